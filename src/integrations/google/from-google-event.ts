import { z } from "zod";
import type { RemoteEvent, RemoteTime } from "@/application/shared/ports";
import { MARK } from "./to-google-event";

const EventTime = z.object({ date: z.string().optional(), dateTime: z.string().optional() });

/** The parts of an event resource that we ask for. A tombstone may carry no more than id and status. */
export const GoogleEvent = z.object({
  id: z.string().min(1),
  etag: z.string().default(""),
  status: z.enum(["confirmed", "tentative", "cancelled"]).default("confirmed"),
  start: EventTime.optional(),
  end: EventTime.optional(),
  transparency: z.string().optional(),
  eventType: z.string().default("default"),
  attendees: z.array(z.object({ self: z.boolean().optional(), responseStatus: z.enum(["accepted", "declined", "tentative", "needsAction"]).optional() })).optional(),
  recurringEventId: z.string().optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
  hangoutLink: z.string().optional(),
  conferenceData: z
    .object({
      createRequest: z.object({ status: z.object({ statusCode: z.string().optional() }).optional() }).optional(),
      entryPoints: z.array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() })).optional(),
    })
    .optional(),
  updated: z.string().optional(),
});
export type GoogleEvent = z.infer<typeof GoogleEvent>;

/** The same parts as a `fields` mask: titles, descriptions and people never leave Google. */
export const EVENT_FIELDS =
  "id,etag,status,start,end,transparency,eventType,attendees(self,responseStatus),recurringEventId,extendedProperties/private,hangoutLink,conferenceData(createRequest/status,entryPoints(entryPointType,uri)),updated";

export function fromGoogleEvent(event: GoogleEvent): RemoteEvent {
  const mark = event.extendedProperties?.private ?? {};
  const version = Number(mark[MARK.version] ?? Number.NaN);
  return {
    eventId: event.id,
    etag: event.etag,
    status: event.status,
    start: readTime(event.start),
    end: readTime(event.end),
    isTransparent: event.transparency === "transparent",
    eventType: event.eventType,
    ownResponse: event.attendees?.find((attendee) => attendee.self)?.responseStatus ?? null,
    hasDeclined: event.attendees?.some((attendee) => attendee.responseStatus === "declined") ?? false,
    recurringEventId: event.recurringEventId ?? null,
    seriesId: mark[MARK.series] ?? null,
    bookingId: mark[MARK.booking] ?? null,
    bookingVersion: Number.isInteger(version) ? version : null,
    written: readSpan(mark[MARK.time]),
    meet: readMeet(event),
    updatedAt: event.updated === undefined ? null : Date.parse(event.updated),
  };
}

function readTime(time: z.infer<typeof EventTime> | undefined): RemoteTime | null {
  if (time?.dateTime !== undefined) return { kind: "instant", at: Date.parse(time.dateTime) };
  return time?.date === undefined ? null : { kind: "date", onDate: time.date };
}

/** "2026-11-24T15:30:00.000Z/2026-11-24T16:00:00.000Z", as we wrote it. */
function readSpan(text: string | undefined): RemoteEvent["written"] {
  const [startsAt = Number.NaN, endsAt = Number.NaN] = (text ?? "").split("/").map((instant) => Date.parse(instant));
  return Number.isNaN(startsAt) || Number.isNaN(endsAt) ? null : { startsAt, endsAt };
}

function readMeet({ conferenceData, hangoutLink }: GoogleEvent): RemoteEvent["meet"] {
  const url = conferenceData?.entryPoints?.find((entry) => entry.entryPointType === "video")?.uri ?? hangoutLink;
  if (url !== undefined) return { state: "ready", url };
  const code = conferenceData?.createRequest?.status?.statusCode;
  if (code === undefined) return null;
  return { state: code === "failure" ? "failed" : "pending", url: null };
}
