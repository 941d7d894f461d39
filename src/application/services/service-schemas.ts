import { z } from "zod";
import { VisitModeSchema, lineOfText } from "@/application/shared/common-schemas";
import { REMINDER_CHANNELS } from "@/domain/messages/reminder-step";
import { ScheduleScope } from "@/application/schedule/schedule-schemas";

const minutes = (minimum: number, maximum: number, words: string) =>
  z.int({ error: `must be a whole number of minutes` }).min(minimum, { error: `must be at least ${minimum} minutes` }).max(maximum, { error: `must be at most ${words}` });

/** Everything a provider decides about a kind of visit, within limits that keep a schedule usable. */
export const ServiceFields = z.strictObject({
  name: lineOfText(80),
  description: z.string({ error: "must be text" }).trim().max(500, { error: "must have at most 500 characters" }).default(""),
  durationMinutes: minutes(5, 480, "8 hours"),
  bufferBeforeMinutes: minutes(0, 120, "2 hours"),
  bufferAfterMinutes: minutes(0, 120, "2 hours"),
  slotStepMinutes: minutes(5, 240, "4 hours"),
  minimumNoticeMinutes: minutes(0, 43_200, "30 days"),
  cancellationWindowMinutes: minutes(0, 43_200, "30 days"),
  rescheduleWindowMinutes: minutes(0, 43_200, "30 days"),
  horizonDays: z.int({ error: "must be a whole number of days" }).min(1, { error: "must be at least 1 day" }).max(365, { error: "must be at most 365 days" }),
  dailyCap: z.int({ error: "must be a whole number" }).min(1, { error: "must be at least 1" }).max(100, { error: "must be at most 100" }).nullable(),
  /** Integer minor units of `currency`. */
  priceAmount: z.int({ error: "must be an amount" }).min(0, { error: "must not be negative" }).max(10_000_000, { error: "is too large" }),
  currency: z.string({ error: "must be a currency such as EUR" }).regex(/^[A-Z]{3}$/, { error: "must be a currency such as EUR" }),
  modes: z.array(VisitModeSchema).min(1, { error: "Choose at least one way to meet." }).max(3),
  requiresApproval: z.boolean(),
  reminders: z
    .array(z.strictObject({ minutesBefore: minutes(15, 20_160, "14 days before"), channel: z.enum(REMINDER_CHANNELS, { error: "must be EMAIL, SMS, WHATSAPP or CHOSEN" }) }))
    .max(6, { error: "at most six reminders" })
    .refine((steps) => new Set(steps.map(({ minutesBefore, channel }) => `${minutesBefore} ${channel}`)).size === steps.length, { error: "Two reminders are the same." }),
  /** Reminders ask the patient to say that they will come. */
  asksAttendance: z.boolean().default(true),
  /** Thanks after the visit, and a word when it is time to come back; null for none. */
  followUpAfterHours: z.int({ error: "must be a whole number of hours" }).min(1, { error: "must be at least 1 hour" }).max(336, { error: "must be at most 14 days" }).nullable().default(null),
  comeBackAfterWeeks: z.int({ error: "must be a whole number of weeks" }).min(1, { error: "must be at least 1 week" }).max(104, { error: "must be at most 2 years" }).nullable().default(null),
});
export type ServiceFields = z.infer<typeof ServiceFields>;
/** The same before its defaults are filled in. */
export type ServiceDraft = z.input<typeof ServiceFields>;

export const CreateServicesInput = ScheduleScope.extend({ services: z.array(ServiceFields).min(1, { error: "Choose at least one service." }).max(10) });
export type CreateServicesInput = z.infer<typeof CreateServicesInput>;

export const UpdateServiceInput = ScheduleScope.extend({ serviceId: z.uuid(), service: ServiceFields });
export type UpdateServiceInput = z.infer<typeof UpdateServiceInput>;

export const SetServiceActiveInput = ScheduleScope.extend({ serviceId: z.uuid(), isActive: z.boolean() });
export type SetServiceActiveInput = z.infer<typeof SetServiceActiveInput>;

export const ReorderServicesInput = ScheduleScope.extend({ /** All services, in the wanted order. */ serviceIds: z.array(z.uuid()).max(200) });
export type ReorderServicesInput = z.infer<typeof ReorderServicesInput>;

export const StaffServiceView = ServiceFields.extend({ id: z.string(), slug: z.string(), isActive: z.boolean(), position: z.int() });
export type StaffServiceView = z.infer<typeof StaffServiceView>;

export const ServiceListView = z.object({ canEdit: z.boolean(), providerSlug: z.string(), items: z.array(StaffServiceView) });
