import { sidesOf } from "@/application/calendar-edits/event-sides";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort, EventDraft, EventPatch, RemoteEvent } from "@/application/shared/ports";
import { compareEvent, type EventOperation } from "@/domain/calendar-sync/compare-event";
import { draftEvent } from "@/domain/calendar-sync/event-draft";
import { isSameSpan } from "@/domain/calendar-sync/event-span";
import type { PushFacts } from "./load-push-facts";
import { changedTexts, digestsOf, type WrittenTexts } from "./written-texts";

export interface EventTarget {
  readonly calendar: CalendarPort;
  readonly accessToken: string;
  /** Google's id of the calendar. */
  readonly calendarId: string;
}

/** What became of a try to write: the event as it stands, none, or a person's edit that has to be settled first. */
export type PushOutcome =
  | { readonly kind: "written"; readonly remote: RemoteEvent; readonly isTimeWritten: boolean; readonly isMeetRefused: boolean; readonly operations: readonly EventOperation[]; /** Of our texts, as they stand in it unless a person changed them. */ readonly texts: WrittenTexts }
  | { readonly kind: "removed" }
  | { readonly kind: "edited"; readonly remote: RemoteEvent };

/** How often an event may change between our look and our write before the push is put off. */
const LOOKS = 3;

/**
 * Writes the event of the booking, on condition that it is as it was last seen: what a person did in Google meanwhile is
 * looked at before anything is written over it. An id that is taken is our own earlier try; an event that is gone for
 * good is written anew.
 */
export async function writeEvent(target: EventTarget, step: "insert" | "patch", facts: PushFacts, publicOrigin: string, now: number): Promise<PushOutcome> {
  const write = { target, facts, publicOrigin, now, wantsMeet: facts.booking.mode === "ONLINE" && facts.meet?.source === "CALENDAR" && facts.meet.state === "PENDING" };
  if (step === "insert") return insertOrLook(write);
  // A link that is wanted but not there may be under way or have failed, one made elsewhere may be on it: only the event itself can tell.
  const isUnseen = write.wantsMeet || (facts.meet?.source === "SPACE" && facts.meet.state === "READY") || facts.link.etag === null || facts.link.etag === "";
  if (isUnseen) return look(write, LOOKS).catch(on("not-found", () => insertOrLook(write)));
  return patch(write, null, facts.link.etag ?? "").catch(on("conflict", () => look(write, LOOKS))).catch(on("not-found", () => insertOrLook(write)));
}

/** Deletes the event; one that is gone already is as good. A booking that has ended needs none, whatever was done to it in Google. */
export async function removeEvent(target: EventTarget, eventId: string): Promise<PushOutcome> {
  const removed = { kind: "removed" } as const;
  return target.calendar.deleteEvent(target.accessToken, target.calendarId, eventId).then(
    () => removed,
    on("not-found", () => removed),
  );
}

const MEET_ADDRESS = "https://meet.google.com/";
/** What Google calls a request that names a kind of conference the calendar does not allow: developers.google.com/workspace/calendar/api/guides/errors */
const INVALID: ReadonlySet<string | undefined> = new Set(["invalid", "badRequest"]);

interface Write {
  readonly target: EventTarget;
  readonly facts: PushFacts;
  readonly publicOrigin: string;
  readonly now: number;
  readonly wantsMeet: boolean;
}

const insertOrLook = (write: Write): Promise<PushOutcome> => {
  const { calendar, accessToken, calendarId } = write.target;
  return withLink(draftFor(write, null), (draft) => calendar.insertEvent(accessToken, calendarId, draft)).then(
    (made): PushOutcome => ({ kind: "written", ...made, isTimeWritten: true, operations: [] }),
    on("conflict", () => look(write, LOOKS)),
  );
};

/** Reads the event and decides: it is as wanted, it is ours to write, or a person's edit comes first. */
async function look(write: Write, looksLeft: number): Promise<PushOutcome> {
  const { target, facts, now } = write;
  const remote = await target.calendar.getEvent(target.accessToken, target.calendarId, facts.link.eventId);
  const operations = compareEvent(sidesOf(facts.link, facts.booking, remote, now, false), facts.openEdit, facts.refusedEdit);
  const isAgreed = operations.some((operation) => operation.do === "adopt");
  if (!isAgreed && !operations.some((operation) => operation.do === "push")) return { kind: "edited", remote };
  const isAsWanted = remote.status === "confirmed" && remote.bookingId === facts.booking.id && remote.bookingVersion === facts.booking.version && isSameSpan(remote.written, facts.booking);
  const draft = draftFor(write, remote);
  const isLinkThere = draft.conferenceRequestId === null && draft.meetUrl === null && (!carriesVideo(draft) || isDescribed(draft, facts));
  if (isAgreed && isAsWanted && isLinkThere) return { kind: "written", remote, isTimeWritten: false, isMeetRefused: false, operations, texts: digestsOf(draft) };
  try {
    return { ...(await patch(write, remote, remote.etag)), operations };
  } catch (error) {
    if (looksLeft > 1) return on("conflict", () => look(write, looksLeft - 1))(error);
    throw error;
  }
}

/** Writes what is ours and has changed. `seen` is the event as just read, when it was. */
async function patch(write: Write, seen: RemoteEvent | null, etag: string): Promise<PushOutcome & { kind: "written" }> {
  const { target, facts } = write;
  const draft = draftFor(write, seen);
  const isTimeAgreed = seen === null && isSameSpan(facts.link.base, facts.booking);
  const changeTo = (wanted: EventDraft): EventPatch => {
    const { eventId, seriesId, bookingId, bookingVersion, conferenceRequestId, meetUrl } = wanted;
    return { eventId, seriesId, bookingId, bookingVersion, conferenceRequestId, meetUrl, ...changedTexts(wanted, facts.link.writtenTexts), time: isTimeAgreed ? null : wanted };
  };
  // Whether an event that was not read carries the link is not known, and it was written with it.
  const made = await withLink({ ...draft, meetUrl: seen === null ? null : draft.meetUrl }, (wanted) => target.calendar.patchEvent(target.accessToken, target.calendarId, changeTo(wanted), etag));
  return { kind: "written", ...made, isTimeWritten: !isTimeAgreed, operations: [] };
}

/** A link that Google would not take over stands in the event's text: it is no Meet address, or was refused before. */
function draftFor({ facts, publicOrigin, wantsMeet }: Write, remote: RemoteEvent | null): EventDraft {
  const hasLink = remote?.meet?.state === "ready" || remote?.meet?.state === "pending";
  const conference = wantsMeet && !hasLink ? { failedEtag: remote?.meet?.state === "failed" ? remote.etag : null } : null;
  const patientsHave = facts.booking.mode === "ONLINE" && facts.meet?.state === "READY" && !hasLink ? facts.meet.url : null;
  const draft = draftEvent(facts.booking, publicOrigin, conference, patientsHave);
  if (draft.meetUrl === null) return draft;
  const inText = withVideo(draft);
  return !draft.meetUrl.startsWith(MEET_ADDRESS) || isDescribed(inText, facts) ? inText : draft;
}

const VIDEO = "\nVideo: ";
const withVideo = (draft: EventDraft): EventDraft => ({ ...draft, description: `${draft.description}${VIDEO}${draft.meetUrl}`, meetUrl: null, conferenceRequestId: null });
const carriesVideo = ({ description }: EventDraft): boolean => description.includes(VIDEO);
/** The event was last written with this description. */
const isDescribed = (draft: EventDraft, { link }: PushFacts): boolean => changedTexts(draft, link.writtenTexts).description === undefined;

/**
 * Where Google does not take over a link that was made elsewhere, the event's text carries it; where the calendar allows no
 * Meet, the event goes without.
 */
async function withLink(draft: EventDraft, write: (draft: EventDraft) => Promise<RemoteEvent>): Promise<{ remote: RemoteEvent; isMeetRefused: boolean; texts: WrittenTexts }> {
  const wrote = async (wanted: EventDraft, isMeetRefused: boolean) => ({ remote: await write(wanted), isMeetRefused, texts: digestsOf(wanted) });
  try {
    return await wrote(draft, false);
  } catch (error) {
    if (!(error instanceof IntegrationError) || error.kind !== "permanent") throw error;
    if (draft.conferenceRequestId !== null && INVALID.has(error.failure.code)) return wrote({ ...draft, meetUrl: null, conferenceRequestId: null }, true);
    if (draft.meetUrl === null) throw error;
    return wrote(withVideo(draft), false);
  }
}

/** Handles failures of one kind and throws all others on. */
const on =
  <T>(kind: IntegrationError["kind"], handle: () => T) =>
  (error: unknown): T => {
    if (error instanceof IntegrationError && error.kind === kind) return handle();
    throw error;
  };
