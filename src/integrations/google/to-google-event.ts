import type { calendar_v3 } from "@googleapis/calendar";
import type { EventDraft } from "@/application/shared/ports";

/** Names under which our mark stands in `extendedProperties.private`; only this OAuth client sees them. */
export const MARK = { series: "medbookingsSeries", booking: "medbookingsBooking", version: "medbookingsVersion" } as const;

const MEET = { type: "hangoutsMeet" };

/** A conference made earlier, as another event may carry it: Google knows it by the code at the end of its address. */
const knownConference = (url: string): calendar_v3.Schema$ConferenceData => ({
  conferenceId: new URL(url).pathname.slice(1),
  conferenceSolution: { key: MEET },
  entryPoints: [{ entryPointType: "video", uri: url }],
});

/** A draft as Google's event. `status` makes a patch revive an event that was deleted. */
export function toGoogleEvent(event: EventDraft): calendar_v3.Schema$Event {
  return {
    status: "confirmed",
    summary: event.title,
    description: event.description,
    location: event.location ?? "",
    start: { dateTime: new Date(event.startsAt).toISOString(), timeZone: event.timeZone },
    end: { dateTime: new Date(event.endsAt).toISOString(), timeZone: event.timeZone },
    visibility: "private",
    extendedProperties: { private: { [MARK.series]: event.seriesId, [MARK.booking]: event.bookingId, [MARK.version]: String(event.bookingVersion) } },
    ...(event.conferenceRequestId !== null ? { conferenceData: { createRequest: { requestId: event.conferenceRequestId, conferenceSolutionKey: MEET } } } : event.meetUrl !== null && { conferenceData: knownConference(event.meetUrl) }),
  };
}
