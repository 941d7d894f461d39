import { z } from "zod";
import { BUSY_KINDS } from "@/domain/calendar-sync/busy-kinds";

/** Why a calendar was not connected, as `?problem=` carries it, and what to tell the person. */
export const CALENDAR_PROBLEMS = {
  "denied": "You did not allow the access, so nothing was connected. Start again whenever you like.",
  "partial-consent": "Google Calendar was left unticked on Google's page, so nothing was connected. Start again and tick both calendar boxes.",
  "state-unknown": "This answer from Google belongs to another sign-in or browser. Nothing was connected. Start again from this page.",
  "state-used": "This answer from Google was used already. If no account shows below, start again.",
  "state-expired": "More than ten minutes went by on Google's page, so nothing was connected. Start again.",
  "code-refused": "Google did not confirm the access, so nothing was connected. Start again.",
  "no-lasting-access": "Google gave access for an hour only, so nothing was connected. Start again.",
  "google-unavailable": "Google could not be reached, so nothing was connected. Start again in a moment.",
  "switched-off": "The calendar integration is switched off on this installation.",
  "not-allowed": "Only a manager of the clinic connects its calendars, so nothing was connected.",
  "mail-unticked": "The box for sending e-mails was left unticked on Google’s page, so nothing was changed. Your calendar works on. Start again and tick it.",
  "mail-other-account": "You chose another account on Google’s page than the one that is to send, so nothing was changed. Start again with the same account.",
  "mail-without-calendar": "This account is not connected with leave for your calendar, so nothing was changed. Connect it, then start again.",
  "signed-out": "You were signed out meanwhile, so nothing was connected. Sign in and start again.",
} as const;
export const CalendarProblemSchema = z.enum(Object.keys(CALENDAR_PROBLEMS) as [CalendarProblem, ...CalendarProblem[]]);
export type CalendarProblem = keyof typeof CALENDAR_PROBLEMS;

const instant = z.string().nullable();

export const CalendarProblemView = z.object({
  sentence: z.string(),
  /** What mends it: connect again, choose where bookings go, stop reading the calendar, nothing but time, or a note that needs nothing. */
  fix: z.enum(["reconnect", "choose-target", "stop-reading", "wait", "none"]),
});

export const CalendarView = z.object({
  id: z.uuid(),
  name: z.string(),
  timeZone: z.string(),
  /** Its events block bookings. */
  readsBusy: z.boolean(),
  /** Bookings are written into it. */
  receivesBookings: z.boolean(),
  /** Google lets us write into it. */
  canWrite: z.boolean(),
  /** The debatable kinds of events that count as busy. */
  busyKinds: z.array(z.enum(BUSY_KINDS)),
  lastReadAt: instant,
  /** How many events the first read has taken in so far; null once it was read as a whole, and for one that is not followed. */
  firstReadEvents: z.int().nullable(),
  /** When Google last told us of a change by itself. */
  lastPushAt: instant,
  channelExpiresAt: instant,
  /** The latest at which it is read again without a push. */
  nextCheckAt: instant,
  problem: CalendarProblemView.nullable(),
});
export type CalendarView = z.infer<typeof CalendarView>;

export const CalendarConnectionView = z.object({
  id: z.uuid(),
  /** By the account's own consent, shared with the service account, or in the person's name by their domain's leave. */
  access: z.enum(["consent", "shared", "delegated"]),
  state: z.enum(["active", "reconnect-needed"]),
  accountEmail: z.string(),
  connectedAt: z.string(),
  problems: z.array(CalendarProblemView),
  calendars: z.array(CalendarView),
});
export type CalendarConnectionView = z.infer<typeof CalendarConnectionView>;

export const CalendarStatusView = z.object({
  /** "off" when this installation has no Google credentials or switched them off. */
  state: z.enum(["off", "not-connected", "active", "reconnect-needed"]),
  connections: z.array(CalendarConnectionView),
  /** Coming visits whose event is still to be written, or could not be. */
  pendingEvents: z.int(),
  failedEvents: z.int(),
  /** Coming visits whose event stands, or shall stand, in a calendar. */
  comingEvents: z.int(),
  /** Events still to be taken out of a calendar that bookings went to earlier. */
  leavingEvents: z.int(),
  /** The clinic's calendars that make the provider busy too, and of which clinic or location each is. */
  clinicCalendars: z.array(z.object({ name: z.string(), of: z.string() })),
});
export type CalendarStatusView = z.infer<typeof CalendarStatusView>;

/** Absent: the viewer's own calendar. */
export const CalendarScope = z.strictObject({ providerId: z.uuid({ error: "must be a provider's id" }).optional() });

export const DisconnectCalendarInput = z.strictObject({
  connectionId: z.uuid({ error: "must be the connection's id" }),
  /** Where bookings go from now on when this account received them; null: they wait until a calendar is chosen. */
  moveBookingsTo: z.uuid({ error: "must be a calendar's id" }).nullish(),
});
export type DisconnectCalendarInput = z.infer<typeof DisconnectCalendarInput>;

export const ServiceAccountView = z.object({
  /** What people share their calendars with; null where this installation has no service account. */
  email: z.string().nullable(),
});
export type ServiceAccountView = z.infer<typeof ServiceAccountView>;

export const ConnectByServiceAccountInput = z.strictObject({
  way: z.enum(["SHARED", "DELEGATED"], { error: "must be SHARED or DELEGATED" }),
  /** The calendar's address, or the person's. */
  address: z.string({ error: "must be a calendar’s address" }).trim().max(320, { error: "must be a calendar’s address" }).pipe(z.email({ error: "must be a calendar’s address, such as name@clinic.example" })),
  /** The organization that connects; the viewer's own calendar when absent. */
  organizationId: z.uuid({ error: "must be an organization's id" }).optional(),
});
export type ConnectByServiceAccountInput = z.infer<typeof ConnectByServiceAccountInput>;

export const ServiceAccountOutcome = z.object({
  isConnected: z.boolean(),
  /** What happened, or what is missing. */
  sentence: z.string(),
  /** The title of the event that is to be written into the calendar first, to show that it is one's own; null when nothing is to be shown. */
  proof: z.string().nullable(),
});
export type ServiceAccountOutcome = z.infer<typeof ServiceAccountOutcome>;

export const SetCalendarUseInput = z.strictObject({ calendarId: z.uuid({ error: "must be the calendar's id" }), readsBusy: z.boolean({ error: "must be true or false" }) });
export type SetCalendarUseInput = z.infer<typeof SetCalendarUseInput>;

export const SetBookingCalendarInput = z.strictObject({ calendarId: z.uuid({ error: "must be the calendar's id" }) });
export type SetBookingCalendarInput = z.infer<typeof SetBookingCalendarInput>;

export const SetBusyKindsInput = z.strictObject({
  calendarId: z.uuid({ error: "must be the calendar's id" }),
  busyKinds: z.array(z.enum(BUSY_KINDS, { error: `must be some of ${BUSY_KINDS.join(", ")}` }), { error: "must be a list of kinds" }).max(BUSY_KINDS.length, { error: "must name each kind once" }),
});
export type SetBusyKindsInput = z.infer<typeof SetBusyKindsInput>;

export const MeetLinkView = z.object({
  /** "none" for visits that are not online. */
  status: z.enum(["none", "pending", "ready", "failed"]),
  url: z.string().nullable(),
  /** Why there is none; for staff only. */
  problem: z.string().nullable(),
});
export type MeetLinkView = z.infer<typeof MeetLinkView>;

export const MeetLinkInput = z.strictObject({ reference: z.string({ error: "must be the booking's reference" }).min(1, { error: "must be the booking's reference" }).max(20, { error: "must be the booking's reference" }) });
export type MeetLinkInput = z.infer<typeof MeetLinkInput>;

const OWN_LINK = "must be a whole address that begins with https://";
export const GiveMeetLinkInput = MeetLinkInput.extend({ url: z.string({ error: OWN_LINK }).trim().max(300, { error: "must be at most 300 characters" }).pipe(z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: OWN_LINK })) });
export type GiveMeetLinkInput = z.infer<typeof GiveMeetLinkInput>;
