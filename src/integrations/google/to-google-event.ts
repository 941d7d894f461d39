import type { calendar_v3 } from "@googleapis/calendar";
import type { EventDraft, EventPatch } from "@/application/shared/ports";

/** Names under which our mark stands in `extendedProperties.private`; only this OAuth client sees them. */
export const MARK = { series: "medbookingsSeries", booking: "medbookingsBooking", version: "medbookingsVersion", time: "medbookingsTime" } as const;

const MEET = { type: "hangoutsMeet" };
const NO_REQUEST: Readonly<Record<string, null>> = { createRequest: null };

/**
 * A conference made elsewhere, as an event may carry it: Google knows it by the code at the end of its address. A request that
 * failed earlier is taken away by name, because a patch keeps what it does not name.
 */
const knownConference = (url: string): calendar_v3.Schema$ConferenceData => ({
  conferenceId: new URL(url).pathname.slice(1),
  conferenceSolution: { key: MEET },
  entryPoints: [{ entryPointType: "video", uri: url }],
  ...NO_REQUEST,
});

type Time = Pick<EventDraft, "startsAt" | "endsAt" | "timeZone">;

/** A draft as a new Google event. */
export function toGoogleEvent(event: EventDraft): calendar_v3.Schema$Event {
  return { ...toGooglePatch({ ...event, time: event }), ...timesOf(event), visibility: "private" };
}

/**
 * The parts of an event that a patch names. `status`, written with a time, revives an event that was deleted; `date` is
 * taken away by name, because a patch keeps what it does not name.
 */
export function toGooglePatch(event: EventPatch): calendar_v3.Schema$Event {
  return {
    ...(event.title !== undefined && { summary: event.title }),
    ...(event.description !== undefined && { description: event.description }),
    ...(event.location !== undefined && { location: event.location ?? "" }),
    ...(event.time !== null && { status: "confirmed", start: { ...timesOf(event.time).start, date: null }, end: { ...timesOf(event.time).end, date: null } }),
    extendedProperties: {
      private: {
        [MARK.series]: event.seriesId,
        [MARK.booking]: event.bookingId,
        [MARK.version]: String(event.bookingVersion),
        ...(event.time !== null && { [MARK.time]: `${new Date(event.time.startsAt).toISOString()}/${new Date(event.time.endsAt).toISOString()}` }),
      },
    },
    ...(event.conferenceRequestId !== null ? { conferenceData: { createRequest: { requestId: event.conferenceRequestId, conferenceSolutionKey: MEET } } } : event.meetUrl !== null && { conferenceData: knownConference(event.meetUrl) }),
  };
}

const timesOf = ({ startsAt, endsAt, timeZone }: Time) => ({
  start: { dateTime: new Date(startsAt).toISOString(), timeZone },
  end: { dateTime: new Date(endsAt).toISOString(), timeZone },
});
