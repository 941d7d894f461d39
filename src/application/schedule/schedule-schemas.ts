import { z } from "zod";
import { CalendarEditView } from "@/application/calendar-edits/calendar-edit-schemas";
import { BookingStatusSchema, ChannelSchema, CivilDateSchema, SlugSchema, VisitModeSchema, lineOfText } from "@/application/shared/common-schemas";

const MinuteSchema = z.int({ error: "must be a time of day" }).min(0, { error: "must be a time of day" }).max(1440, { error: "must be a time of day" });

export const LocalTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, { error: "must be a local time such as 2026-11-24T15:30", abort: true })
  .refine((value) => CivilDateSchema.safeParse(value.slice(0, 10)).success, { error: "must be on a day that exists" });

/** Absent: the viewer's own schedule, or the first of their organization. */
export const ScheduleScope = z.strictObject({ providerId: z.uuid({ error: "must be a provider's id" }).optional() });
export type ScheduleScope = z.infer<typeof ScheduleScope>;

export const WeeklyRangeSchema = z.strictObject({ weekday: z.int().min(1).max(7), startMinute: MinuteSchema, endMinute: MinuteSchema });

const weeklyFields = {
  open: z.array(WeeklyRangeSchema).max(70, { error: "must have at most 70 ranges" }),
  breaks: z.array(WeeklyRangeSchema).max(70, { error: "must have at most 70 breaks" }),
};

export const SaveWeeklyHoursInput = ScheduleScope.extend({ /** The version the edit began from. */ version: z.string().max(64), ...weeklyFields });
export type SaveWeeklyHoursInput = z.infer<typeof SaveWeeklyHoursInput>;

export const ExceptionKindSchema = z.enum(["CLOSED", "HOURS", "EXTRA"]);

const dayCount = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const AddExceptionInput = ScheduleScope.extend({
  kind: ExceptionKindSchema,
  /** First and last local day, both included. */
  fromDate: CivilDateSchema,
  toDate: CivilDateSchema,
  startMinute: MinuteSchema.nullable().default(null),
  endMinute: MinuteSchema.nullable().default(null),
  label: z.string().trim().max(80, { error: "must have at most 80 characters" }).default(""),
})
  .refine((input) => dayCount(input.fromDate, input.toDate) >= 0, { path: ["toDate"], error: "The last day must not be before the first." })
  .refine((input) => dayCount(input.fromDate, input.toDate) <= 366, { path: ["toDate"], error: "At most a year at once." })
  .refine((input) => (input.startMinute === null) === (input.endMinute === null), { path: ["endMinute"], error: "Give both times or none." })
  .refine((input) => input.kind === "CLOSED" || input.startMinute !== null, { path: ["startMinute"], error: "Give the hours of these days." })
  .refine((input) => input.startMinute === null || input.startMinute !== input.endMinute, { path: ["endMinute"], error: "The end must differ from the start." });
export type AddExceptionInput = z.infer<typeof AddExceptionInput>;

export const RemoveExceptionInput = ScheduleScope.extend({ exceptionId: z.uuid() });
export type RemoveExceptionInput = z.infer<typeof RemoveExceptionInput>;

export const AddHolidayInput = ScheduleScope.extend({ onDate: CivilDateSchema, name: lineOfText(80) });
export type AddHolidayInput = z.infer<typeof AddHolidayInput>;

export const RemoveHolidayInput = ScheduleScope.extend({ holidayId: z.uuid() });
export type RemoveHolidayInput = z.infer<typeof RemoveHolidayInput>;

export const ExceptionView = z.object({
  id: z.string(),
  kind: ExceptionKindSchema,
  fromDate: z.string(),
  toDate: z.string(),
  startMinute: z.int().nullable(),
  endMinute: z.int().nullable(),
  label: z.string(),
});
export type ExceptionView = z.infer<typeof ExceptionView>;

export const HolidayView = z.object({ id: z.string(), onDate: z.string(), name: z.string() });

export const ScheduleView = z.object({
  providerId: z.string(),
  timeZone: z.string(),
  /** Today in the schedule's zone. */
  today: z.string(),
  version: z.string(),
  canEdit: z.boolean(),
  open: z.array(WeeklyRangeSchema),
  breaks: z.array(WeeklyRangeSchema),
  /** Those not wholly past. */
  exceptions: z.array(ExceptionView),
  holidays: z.array(HolidayView),
  organization: z.string().nullable(),
  services: z.array(z.object({ slug: z.string(), name: z.string(), durationMinutes: z.int() })),
});
export type ScheduleView = z.infer<typeof ScheduleView>;

/** A provider whose schedule the viewer may open. */
export const ScheduleOwnerView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  title: z.string(),
  portraitSeed: z.string(),
  timeZone: z.string(),
  /** Today in that zone. */
  today: z.string(),
  isOwn: z.boolean(),
  /** Not public until the set-up is finished. */
  isDraft: z.boolean(),
  canEdit: z.boolean(),
});
export type ScheduleOwnerView = z.infer<typeof ScheduleOwnerView>;

export const ScheduleRangeInput = ScheduleScope.extend({ /** First local day and the day after the last. */ from: CivilDateSchema, to: CivilDateSchema })
  .refine((input) => dayCount(input.from, input.to) > 0, { path: ["to"], error: "must be after `from`" })
  .refine((input) => dayCount(input.from, input.to) <= 62, { path: ["to"], error: "must be at most 62 days after `from`" });
export type ScheduleRangeInput = z.infer<typeof ScheduleRangeInput>;

const LocalSpan = z.object({ /** Wall clock of the schedule's zone, "YYYY-MM-DDTHH:mm". */ start: z.string(), end: z.string() });

export const ScheduleBooking = LocalSpan.extend({
  id: z.string(),
  reference: z.string(),
  status: BookingStatusSchema,
  mode: VisitModeSchema,
  patientName: z.string(),
  serviceName: z.string(),
  serviceSlug: z.string(),
  isOverbook: z.boolean(),
  sync: z.enum(["none", "pending", "synced", "failed", "removed"]),
  channels: z.array(ChannelSchema),
  version: z.int(),
  /** The patient has said that they will come. */
  willCome: z.boolean(),
  /** Somebody declined its event in Google. */
  isDeclined: z.boolean(),
  /** What was changed about its event in Google and is not settled yet. */
  edit: CalendarEditView.nullable(),
});
export type ScheduleBooking = z.infer<typeof ScheduleBooking>;

export const ScheduleRangeView = z.object({
  providerId: z.string(),
  timeZone: z.string(),
  /** What the clock on the provider's wall reads now. */
  now: z.string(),
  bookings: z.array(ScheduleBooking),
  /** Taken by events of connected calendars: never a title. */
  busy: z.array(LocalSpan),
  leave: z.array(LocalSpan.extend({ label: z.string() })),
  /** Outside working hours. */
  closed: z.array(LocalSpan),
});
export type ScheduleRangeView = z.infer<typeof ScheduleRangeView>;

export const PreviewScheduleInput = ScheduleScope.extend({ service: SlugSchema, ...weeklyFields });
export type PreviewScheduleInput = z.infer<typeof PreviewScheduleInput>;

export const SchedulePreview = z.object({
  timeZone: z.string(),
  days: z.array(z.object({ onDate: z.string(), times: z.array(z.string()), closedBecause: z.string().nullable() })),
});
export type SchedulePreview = z.infer<typeof SchedulePreview>;

export const CheckTimeInput = ScheduleScope.extend({
  service: SlugSchema,
  /** Wall clock of the schedule's zone. */
  localStart: LocalTimeSchema,
  /** A booking that is about to be moved there: its own time does not count as taken. */
  reference: z.string().max(20).optional(),
});
export type CheckTimeInput = z.infer<typeof CheckTimeInput>;

export const TimeCheck = z.object({
  startsAt: z.string(),
  localStart: z.string(),
  localEnd: z.string(),
  timeZone: z.string(),
  isOffered: z.boolean(),
  /** Why patients are not offered this time. */
  sentence: z.string().nullable(),
  /** Staff may use it all the same, with a reason; never a time that has passed. */
  mayOverride: z.boolean(),
  /** Overlaps other time that is taken: only an overbooking fits here. */
  isTaken: z.boolean(),
  /** A calendar does not answer: without a reason a booking waits for it as a request. */
  awaitsCalendar: z.boolean(),
});
export type TimeCheck = z.infer<typeof TimeCheck>;
