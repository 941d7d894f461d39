import type { Sandbox } from "../../sandbox-context";
import { randomLetters } from "../../store/random-id";
import { invalidValue } from "../google-error";
import type { CalendarEvent, Conference } from "./calendar-event";
import { recordChange } from "./event-changes";
import type { StoredCalendar } from "./stored-calendar";

export const newMeetingCode = () => [3, 4, 3].map(randomLetters).join("-");

type ConferenceFields = Pick<CalendarEvent, "conferenceData" | "hangoutLink">;

const ready = (request: Conference["createRequest"], code: string): ConferenceFields => ({
  hangoutLink: `https://meet.google.com/${code}`,
  conferenceData: {
    ...(request ? { createRequest: { ...request, status: { statusCode: "success" as const } } } : {}),
    entryPoints: [{ entryPointType: "video", uri: `https://meet.google.com/${code}`, label: `meet.google.com/${code}` }],
    conferenceSolution: { key: { type: "hangoutsMeet" }, name: "Google Meet", iconUri: "https://fonts.gstatic.com/s/i/productlogos/meet_2020q4/v6/web-512dp/logo_meet_2020q4_color_2x_web_512dp.png" },
    conferenceId: code,
  },
});

/**
 * The conference an event has after a write. Without `conferenceDataVersion=1` what the caller sent is ignored and the old
 * conference stays; a `createRequest` answers pending and is fulfilled later.
 */
export function planConference(calendar: StoredCalendar, previous: CalendarEvent | undefined, wanted: Conference | undefined, version: number): ConferenceFields {
  const kept: ConferenceFields = {
    ...(previous?.conferenceData ? { conferenceData: previous.conferenceData } : {}),
    ...(previous?.hangoutLink ? { hangoutLink: previous.hangoutLink } : {}),
  };
  if (version !== 1) return kept;
  if (!wanted) return {};
  const request = wanted.createRequest;
  if (!request) {
    if (!wanted.conferenceSolution || !wanted.entryPoints?.length) throw invalidValue("Invalid conference data.");
    return { conferenceData: wanted, ...(wanted.entryPoints[0]?.uri ? { hangoutLink: wanted.entryPoints[0].uri } : {}) };
  }
  if (!request.requestId) throw invalidValue("Missing conference request id.");
  if (request.requestId === previous?.conferenceData?.createRequest?.requestId) return kept;
  const type = request.conferenceSolutionKey?.type ?? "hangoutsMeet";
  if (type !== "hangoutsMeet" || calendar.conferences === "refused") throw invalidValue("Invalid conference type value.");
  return { conferenceData: { createRequest: { requestId: request.requestId, conferenceSolutionKey: { type }, status: { statusCode: "pending" } } } };
}

/** Fulfils a pending request after the configured pause and tells the watchers. A `requestId` starting with `fail` fails, and so does any in a calendar that makes none. */
export function scheduleConference(sandbox: Sandbox, calendar: StoredCalendar, eventId: string) {
  const request = calendar.events[eventId]?.event.conferenceData?.createRequest;
  const requestId = request?.requestId;
  if (!requestId || request.status?.statusCode !== "pending") return;
  sandbox.work.after(sandbox.options.conferenceDelayMs, () => {
    const stored = calendar.events[eventId];
    const pending = stored?.event.conferenceData?.createRequest;
    if (!stored || pending?.requestId !== requestId || pending.status?.statusCode !== "pending") return;
    if (requestId.startsWith("fail") || calendar.conferences === "failing") {
      recordChange(sandbox, calendar, { ...stored.event, conferenceData: { createRequest: { ...pending, status: { statusCode: "failure" } } } });
      return;
    }
    const code = (sandbox.state.google.conferences[`${calendar.id}|${requestId}`] ??= newMeetingCode());
    recordChange(sandbox, calendar, { ...stored.event, ...ready(pending, code) });
  });
}

/** Requests that were pending when the sandbox stopped. */
export function resumeConferences(sandbox: Sandbox) {
  for (const calendar of Object.values(sandbox.state.google.calendars)) {
    for (const id of Object.keys(calendar.events)) scheduleConference(sandbox, calendar, id);
  }
}
