import type { AppContext } from "@/application/shared/context";
import { isFailingDay } from "@/domain/messages/is-failing-day";
import { toLocal } from "@/domain/time/local-time";
import { zoneDataVersion } from "@/domain/time/time-zone";
import { withinTime } from "@/platform/within-time";
import type { CheckStatus, HealthCheck, HealthView } from "./health-schemas";
import { readChannelActivity, type ChannelActivity } from "./read-channel-activity";
import { readHealthFigures, type HealthFigures } from "./read-health-figures";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Longest silence of a worker that still counts as alive. */
const WORKER_SILENCE_MS = 60 * SECOND;

/** A monitor wants its answer before its own patience ends. */
const PATIENCE_MS = 4 * SECOND;

const check = (status: CheckStatus, sentence: string, figures: HealthCheck["figures"] = {}): HealthCheck => ({ status, sentence, figures });
const iso = (at: Date | null) => at?.toISOString() ?? null;
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * Whether the installation does its work: "down" without a database or a living worker, "degraded" when something waits
 * longer than promised. Holds no names, addresses or secrets, so anybody may read it.
 */
export async function checkHealth(app: AppContext): Promise<HealthView> {
  const now = app.clock.now();
  const checkedAt = new Date(now).toISOString();
  try {
    const startedAt = performance.now();
    const [figures, channels] = await withinTime(PATIENCE_MS, Promise.all([readHealthFigures(app), readChannelActivity(app)]));
    const milliseconds = Math.round(performance.now() - startedAt);
    const checks = { database: check("ok", "Answers.", { milliseconds }), ...stateChecks(app, figures, channels, now) };
    return { status: overall(checks), checkedAt, checks };
  } catch (error) {
    app.log.error({ err: error }, "health check failed");
    const unknown = check("down", "Not known while the database cannot be reached.");
    const checks = { database: check("down", "Cannot be reached."), worker: unknown, queue: unknown, messages: unknown, calendarSync: unknown, googleCalendar: unknown, email: unknown, sms: unknown, whatsapp: unknown, search: unknown, zoneData: unknown };
    return { status: "down", checkedAt, checks };
  }
}

type StateChecks = Omit<HealthView["checks"], "database">;

function stateChecks(app: AppContext, figures: HealthFigures, channels: ChannelActivity, now: number): StateChecks {
  const { ports } = app;
  return {
    worker: workerCheck(figures, now),
    queue: queueCheck(figures, now),
    messages: messagesCheck(figures, now),
    calendarSync: calendarSyncCheck(figures, now),
    googleCalendar: ports.calendar === null ? off("Google Calendar") : googleCheck(figures),
    email: ports.email === null ? off("E-mail") : channelCheck(channels.EMAIL),
    sms: ports.sms === null ? off("SMS") : channelCheck(channels.SMS),
    whatsapp: ports.whatsapp === null ? off("WhatsApp") : channelCheck(channels.WHATSAPP),
    search: searchCheck(figures, now),
    zoneData: zoneCheck(figures),
  };
}

const off = (name: string) => check("off", `${name} is switched off on this installation. Bookings work without it.`);

function workerCheck({ workerSeenAt, idleWorkers }: HealthFigures, now: number): HealthCheck {
  const isAnyAtWork = workerSeenAt !== null && now - workerSeenAt.getTime() <= WORKER_SILENCE_MS;
  if (idleWorkers > 0 && !isAnyAtWork) return check("down", "The background worker runs but takes no work. It is beginning anew; messages and calendar changes wait.", { seenAt: iso(workerSeenAt) });
  if (idleWorkers > 0) return check("degraded", `${counted(idleWorkers, "background worker")} of several take${idleWorkers === 1 ? "s" : ""} no work and begin${idleWorkers === 1 ? "s" : ""} anew. The others work.`, { seenAt: iso(workerSeenAt) });
  if (workerSeenAt === null) return check("down", "No background worker has ever reported. Start one, or run it inside the web process.", { seenAt: null });
  const silentFor = now - workerSeenAt.getTime();
  if (silentFor > WORKER_SILENCE_MS) return check("down", "No background worker has reported for a minute. Messages and calendar changes wait.", { seenAt: iso(workerSeenAt) });
  return check("ok", "Works.", { seenAt: iso(workerSeenAt) });
}

function queueCheck({ waitingJobs, oldestDueAt, failingJobs, givenUpJobs }: HealthFigures, now: number): HealthCheck {
  const figures = { waiting: waitingJobs, oldestDueAt: iso(oldestDueAt), failing: failingJobs, givenUp: givenUpJobs };
  if (givenUpJobs > 0) return check("degraded", `${counted(givenUpJobs, "piece")} of work failed for good and need${givenUpJobs === 1 ? "s" : ""} a look.`, figures);
  if (oldestDueAt !== null && now - oldestDueAt.getTime() > 2 * MINUTE) return check("degraded", "Work waits longer than two minutes.", figures);
  if (failingJobs > 0) return check("ok", `${counted(failingJobs, "piece")} of work failed at least once and will be tried again.`, figures);
  return check("ok", waitingJobs === 0 ? "Nothing waits." : `${counted(waitingJobs, "piece")} of work in line.`, figures);
}

function messagesCheck({ oldestUnsentAt, heldMessages, failedMessagesToday, sentMessagesToday }: HealthFigures, now: number): HealthCheck {
  const figures = { oldestUnsentAt: iso(oldestUnsentAt), heldBack: heldMessages, sentToday: sentMessagesToday, failedToday: failedMessagesToday };
  if (oldestUnsentAt !== null && now - oldestUnsentAt.getTime() > 10 * MINUTE) return check("degraded", "A message waits longer than ten minutes to be sent.", figures);
  if (isFailingDay(failedMessagesToday, sentMessagesToday)) return check("degraded", `${failedMessagesToday} of ${failedMessagesToday + sentMessagesToday} messages of the last 24 hours did not arrive. The list of sent messages says why.`, figures);
  if (failedMessagesToday > 0) return check("ok", `${counted(failedMessagesToday, "message")} could not be delivered in the last 24 hours.`, figures);
  return check("ok", oldestUnsentAt === null ? "Everything is sent." : "Messages are on their way.", figures);
}

function calendarSyncCheck({ readingCalendars, stalestReadAt, reconnectsNeeded }: HealthFigures, now: number): HealthCheck {
  const figures = { calendars: readingCalendars, stalestReadAt: iso(stalestReadAt), reconnectsNeeded };
  if (readingCalendars === 0 && reconnectsNeeded === 0) return check("ok", "No calendar is connected yet.", figures);
  if (stalestReadAt !== null && now - stalestReadAt.getTime() > 15 * MINUTE) return check("degraded", "A calendar has not been read for more than a quarter of an hour.", figures);
  if (reconnectsNeeded > 0) return check("degraded", `${counted(reconnectsNeeded, "provider")} must connect Google Calendar again.`, figures);
  return check("ok", `${counted(readingCalendars, "calendar")} in step.`, figures);
}

function googleCheck({ lastCalendarReadAt, lastCalendarErrorAt, isGoogleClientRefused }: HealthFigures): HealthCheck {
  const figures = { lastSuccessAt: iso(lastCalendarReadAt), lastFailureAt: iso(lastCalendarErrorAt) };
  if (isGoogleClientRefused) return check("degraded", "Google refuses this installation's OAuth client. Put GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET right; the accounts stay connected.", figures);
  const isFailing = lastCalendarErrorAt !== null && (lastCalendarReadAt === null || lastCalendarErrorAt > lastCalendarReadAt);
  return isFailing ? check("degraded", "The last call to Google failed. It is tried again.", figures) : check("ok", lastCalendarReadAt === null ? "On; not used yet." : "Works.", figures);
}

function channelCheck(activity: ChannelActivity[keyof ChannelActivity]): HealthCheck {
  const figures = { lastSuccessAt: iso(activity?.lastSentAt ?? null), lastFailureAt: iso(activity?.lastFailedAt ?? null) };
  if (!activity || (activity.lastSentAt === null && activity.lastFailedAt === null)) return check("ok", "On; not used yet.", figures);
  const isFailing = activity.lastFailedAt !== null && (activity.lastSentAt === null || activity.lastFailedAt > activity.lastSentAt);
  return isFailing ? check("degraded", "The last message on this channel failed.", figures) : check("ok", "Works.", figures);
}

/** What is not folded in yet is worked in by the next search: it costs time, and nothing wrong is shown. */
function searchCheck({ listedProviders, waitingChanges, oldestChangeAt }: HealthFigures, now: number): HealthCheck {
  const figures = { providers: listedProviders, waiting: waitingChanges, oldestChangeAt: iso(oldestChangeAt) };
  if (oldestChangeAt !== null && now - oldestChangeAt.getTime() > 3 * MINUTE) return check("degraded", "Changed schedules wait longer than three minutes to reach the search list. Searches work them in first and take longer.", figures);
  return check("ok", waitingChanges === 0 ? "In step with all schedules." : `${counted(waitingChanges, "change")} on the way.`, figures);
}

/** Vancouver left daylight saving in 2026: whoever says otherwise computes with old rules. */
const SAMPLE_INSTANT = Date.UTC(2026, 11, 15, 20);

function zoneCheck({ databaseZoneSample }: HealthFigures): HealthCheck {
  const expected = toLocal(SAMPLE_INSTANT, "America/Vancouver").slice(11);
  const figures = { app: zoneDataVersion(), node: process.versions.tz ?? "unknown", database: databaseZoneSample === expected ? "agrees" : "older rules" };
  const isBehind = databaseZoneSample !== expected || process.versions.tz !== zoneDataVersion();
  return check("ok", isBehind ? "Times are computed with the app's own zone rules. The machine's are older, which changes nothing here." : "The app, Node and the database agree.", figures);
}

function overall(checks: HealthView["checks"]): HealthView["status"] {
  if (checks.database.status === "down" || checks.worker.status === "down") return "down";
  return Object.values(checks).some(({ status }) => status === "degraded") ? "degraded" : "ok";
}
