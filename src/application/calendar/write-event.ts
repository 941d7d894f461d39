import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort, EventDraft, RemoteEvent } from "@/application/shared/ports";
import { draftEvent } from "@/domain/calendar-sync/event-draft";
import type { PushFacts } from "./load-push-facts";

export interface EventTarget {
  readonly calendar: CalendarPort;
  readonly accessToken: string;
  /** Google's id of the calendar. */
  readonly calendarId: string;
}

/** Writes the event of the booking. An id that is taken is our own earlier try; an event that is gone is written anew. */
export async function writeEvent(target: EventTarget, step: "insert" | "patch", facts: PushFacts, publicOrigin: string): Promise<RemoteEvent> {
  const wantsMeet = facts.booking.mode === "ONLINE" && facts.meet?.source === "CALENDAR" && facts.meet.state === "PENDING";
  const draft = (remote: RemoteEvent | null): EventDraft => {
    const hasLink = remote?.meet?.state === "ready" || remote?.meet?.state === "pending";
    const conference = wantsMeet && !hasLink ? { failedEtag: remote?.meet?.state === "failed" ? remote.etag : null } : null;
    const patientsHave = facts.booking.mode === "ONLINE" && facts.meet?.state === "READY" && !hasLink ? facts.meet.url : null;
    return draftEvent(facts.booking, publicOrigin, conference, patientsHave);
  };
  return step === "insert" ? insertOrAdopt(target, facts, draft) : patchOrInsert(target, facts, draft, wantsMeet);
}

/** Deletes the event; one that is gone already is as good. Answers null: there is no event now. */
export async function removeEvent(target: EventTarget, eventId: string): Promise<null> {
  return target.calendar.deleteEvent(target.accessToken, target.calendarId, eventId).then(
    () => null,
    on("not-found", () => null),
  );
}

type Draft = (remote: RemoteEvent | null) => EventDraft;

const insertOrAdopt = ({ calendar, accessToken, calendarId }: EventTarget, facts: PushFacts, draft: Draft): Promise<RemoteEvent> =>
  withKnownLink(draft(null), (wanted) => calendar.insertEvent(accessToken, calendarId, wanted)).catch(
    on("conflict", async () => {
      const remote = await calendar.getEvent(accessToken, calendarId, facts.link.eventId);
      const wanted = draft(remote);
      const isAsWanted = remote.status === "confirmed" && remote.bookingId === facts.booking.id && remote.bookingVersion === facts.booking.version && wanted.conferenceRequestId === null;
      return isAsWanted ? remote : withKnownLink(wanted, (revived) => calendar.patchEvent(accessToken, calendarId, revived));
    }),
  );

/** Where Google does not take over a link that was made elsewhere, the event's text carries it. */
async function withKnownLink(wanted: EventDraft, write: (draft: EventDraft) => Promise<RemoteEvent>): Promise<RemoteEvent> {
  try {
    return await write(wanted);
  } catch (error) {
    if (wanted.meetUrl === null || !(error instanceof IntegrationError) || error.kind !== "permanent") throw error;
    return write({ ...wanted, meetUrl: null, description: `${wanted.description}\nVideo: ${wanted.meetUrl}` });
  }
}

/** A link that is wanted but not there may be under way or have failed: only the event itself can tell. */
async function patchOrInsert(target: EventTarget, facts: PushFacts, draft: Draft, wantsMeet: boolean): Promise<RemoteEvent> {
  const { calendar, accessToken, calendarId } = target;
  const patch = async () => calendar.patchEvent(accessToken, calendarId, { ...draft(wantsMeet ? await calendar.getEvent(accessToken, calendarId, facts.link.eventId) : null), meetUrl: null });
  return patch().catch(on("not-found", () => insertOrAdopt(target, facts, draft)));
}

/** Handles failures of one kind and throws all others on. */
const on =
  <T>(kind: IntegrationError["kind"], handle: () => T) =>
  (error: unknown): T => {
    if (error instanceof IntegrationError && error.kind === kind) return handle();
    throw error;
  };
