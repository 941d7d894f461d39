import { z } from "zod";

const text = z.string();
const flag = z.boolean();

const EventTimeInput = z.object({ date: text.optional(), dateTime: text.optional(), timeZone: text.optional() });

/** As stored: a civil date, or an instant in UTC with the zone it was given in. */
export type EventTime = { date: string; dateTime?: undefined; timeZone?: undefined } | { date?: undefined; dateTime: string; timeZone: string };

const Attendee = z.object({
  email: text.optional(), displayName: text.optional(), optional: flag.optional(), resource: flag.optional(),
  comment: text.optional(), additionalGuests: z.int().optional(), id: text.optional(),
  responseStatus: z.enum(["needsAction", "declined", "tentative", "accepted"]).optional(),
  self: flag.optional(), organizer: flag.optional(),
});

const ConferenceData = z.object({
  createRequest: z.object({
    requestId: text.optional(),
    conferenceSolutionKey: z.object({ type: text.optional() }).optional(),
    status: z.object({ statusCode: z.enum(["pending", "success", "failure"]) }).optional(),
  }).optional(),
  entryPoints: z.array(z.object({ entryPointType: text, uri: text.optional(), label: text.optional(), pin: text.optional(), meetingCode: text.optional() })).optional(),
  conferenceSolution: z.object({ key: z.object({ type: text }).optional(), name: text.optional(), iconUri: text.optional() }).optional(),
  conferenceId: text.optional(), signature: text.optional(), notes: text.optional(),
});

const Reminders = z.object({
  useDefault: flag.optional(),
  overrides: z.array(z.object({ method: z.enum(["email", "popup"]), minutes: z.int().min(0).max(40_320) })).max(5).optional(),
});

const loose = z.record(text, z.unknown());

/** What a caller may write; read-only and unknown fields are ignored, as Google does. */
export const WritableEvent = z.object({
  id: text.optional(), iCalUID: text.optional(), sequence: z.int().min(0).optional(),
  status: z.enum(["confirmed", "tentative", "cancelled"]).optional(),
  summary: text.optional(), description: text.optional(), location: text.optional(), colorId: text.optional(),
  start: EventTimeInput.optional(), end: EventTimeInput.optional(), originalStartTime: EventTimeInput.optional(),
  recurrence: z.array(text).optional(),
  transparency: z.enum(["opaque", "transparent"]).optional(),
  visibility: z.enum(["default", "public", "private", "confidential"]).optional(),
  eventType: z.enum(["default", "outOfOffice", "focusTime", "workingLocation", "birthday", "fromGmail"]).optional(),
  attendees: z.array(Attendee).max(200).optional(), attendeesOmitted: flag.optional(),
  extendedProperties: z.object({ private: z.record(text, text).optional(), shared: z.record(text, text).optional() }).optional(),
  conferenceData: ConferenceData.optional(), reminders: Reminders.optional(),
  anyoneCanAddSelf: flag.optional(), guestsCanInviteOthers: flag.optional(), guestsCanModify: flag.optional(), guestsCanSeeOtherGuests: flag.optional(),
  source: z.object({ title: text.optional(), url: text.optional() }).optional(), attachments: z.array(loose).max(25).optional(),
  workingLocationProperties: loose.optional(), outOfOfficeProperties: loose.optional(),
  focusTimeProperties: loose.optional(), birthdayProperties: loose.optional(),
});

export type WritableEvent = z.infer<typeof WritableEvent>;
export type Conference = z.infer<typeof ConferenceData>;
export type EventAttendee = z.infer<typeof Attendee>;

interface Person {
  email: string;
  displayName?: string;
}

/** An event as stored: times resolved, read-only fields filled in. */
export interface CalendarEvent extends Omit<WritableEvent, "start" | "end" | "originalStartTime"> {
  id: string;
  iCalUID: string;
  sequence: number;
  status: "confirmed" | "tentative" | "cancelled";
  eventType: NonNullable<WritableEvent["eventType"]>;
  etag: string;
  created: string;
  updated: string;
  creator: Person;
  organizer: Person;
  start: EventTime;
  end: EventTime;
  recurringEventId?: string;
  originalStartTime?: EventTime;
  hangoutLink?: string;
}
