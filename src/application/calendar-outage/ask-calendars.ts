import { findOwnSeries } from "@/application/calendar/commit-page";
import type { BusyRow } from "@/application/calendar/ingest-busy";
import { tokenPlace } from "@/application/calendar/connection-tokens";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort } from "@/application/shared/ports";
import type { LiveAnswer } from "@/domain/booking/calendar-outage";
import { readBusyKinds } from "@/domain/calendar-sync/busy-kinds";
import { planIngest, writtenForSeries } from "@/domain/calendar-sync/plan-ingest";
import { overlaps, type Interval } from "@/domain/time/interval";
import { isTimeZone } from "@/domain/time/time-zone";
import type { CalendarDoor } from "./readings";

/** A token that ends within this is left alone: it is refreshed by the next read, never while a person waits. */
const LEAST_LEFT_MS = 5_000;

export interface AskedCalendar {
  readonly id: string;
  /** Epoch ms. */
  readonly lastReadAt: number | null;
  readonly door: CalendarDoor;
}

export interface CalendarAnswer {
  readonly live: LiveAnswer;
  /** What takes time in or beside the span. */
  readonly busy: readonly BusyRow[];
}

const NO_ANSWER: CalendarAnswer = { live: "no-answer", busy: [] };

/**
 * Asks Google once whether `span` (epoch ms, half-open) is free in each of these calendars. Answers within `liveCheckMs`,
 * however many they are and whatever becomes of them, and holds no database connection while Google thinks. Never throws.
 */
export async function askCalendars(app: AppContext, calendars: readonly AskedCalendar[], span: Interval): Promise<ReadonlyMap<string, CalendarAnswer>> {
  const signal = AbortSignal.timeout(app.config.liveCheckMs);
  const outOfTime = new Promise<CalendarAnswer>((resolve) => signal.addEventListener("abort", () => resolve(NO_ANSWER), { once: true }));
  const answers = await Promise.all(calendars.map((calendar) => Promise.race([ask(app, calendar, span, signal), outOfTime])));
  return new Map(calendars.map(({ id }, index) => [id, answers[index] ?? NO_ANSWER]));
}

async function ask(app: AppContext, calendar: AskedCalendar, span: Interval, signal: AbortSignal): Promise<CalendarAnswer> {
  const port = app.ports.calendar;
  try {
    const accessToken = await tokenOf(app, calendar.door);
    if (port === null || accessToken === null) return NO_ANSWER;
    await app.ports.googleQuota?.take(calendar.door.connectionId);
    return await glance(app, port, accessToken, calendar, span, signal);
  } catch (error) {
    const isExpected = error instanceof IntegrationError;
    app.log[isExpected ? "info" : "error"]({ calendarId: calendar.id, ...(isExpected ? { kind: error.kind } : { err: error }) }, "a calendar gave no answer while a patient waited");
    return NO_ANSWER;
  }
}

async function tokenOf(app: AppContext, { connectionId, accessTokenCiphertext, accessTokenExpiresAt }: CalendarDoor): Promise<string | null> {
  if (accessTokenCiphertext === null || (accessTokenExpiresAt ?? 0) - app.clock.now() < LEAST_LEFT_MS) return null;
  return app.cipher.decrypt(accessTokenCiphertext, tokenPlace(connectionId, "access"));
}

/** By the rules of an ordinary read: our own events and those that became bookings take no time, those of another provider in the same account do. */
async function glance(app: AppContext, port: CalendarPort, accessToken: string, { id, door }: AskedCalendar, span: Interval, signal: AbortSignal): Promise<CalendarAnswer> {
  const page = await port.glanceAt(accessToken, door.externalId, { timeMin: span[0], timeMax: span[1], signal });
  const own = await findOwnSeries(app.db, door, page.events);
  const takenOver = page.events.length === 0 ? [] : await app.db.importedEvent.findMany({ where: { calendarId: id, eventId: { in: page.events.map(({ eventId }) => eventId) } }, select: { eventId: true } });
  const isOwn = (event: { eventId: string; seriesId: string | null }) => own.has(writtenForSeries(event) ?? "") || takenOver.some(({ eventId }) => eventId === event.eventId);
  const { upserts } = planIngest(page.events, isTimeZone(page.timeZone) ? page.timeZone : door.timeZone, readBusyKinds([...door.busyKinds]), isOwn);
  const isBusy = upserts.some(({ startsAt, endsAt }) => overlaps([startsAt, endsAt], span));
  if (!isBusy && !page.isWhole) return NO_ANSWER;
  return { live: isBusy ? "busy" : "free", busy: upserts };
}
