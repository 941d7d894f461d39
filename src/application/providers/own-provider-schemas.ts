import { z } from "zod";
import { LANGUAGES } from "@/domain/messages/language";
import { ScheduleScope } from "@/application/schedule/schedule-schemas";
import { TimeZoneSchema, lineOfText } from "@/application/shared/common-schemas";

export const ProfileFields = z.strictObject({
  name: lineOfText(120),
  title: lineOfText(80),
  bio: z.string({ error: "must be text" }).trim().max(2000, { error: "must have at most 2000 characters" }).default(""),
  specialities: z.array(lineOfText(60)).max(10, { error: "at most ten" }).default([]),
  /** BCP 47 tags. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "must be a language" })).min(1, { error: "Choose at least one language." }).max(12),
  timeZone: TimeZoneSchema,
  portraitSeed: z.string().trim().min(1).max(60),
});
export type ProfileFields = z.infer<typeof ProfileFields>;

export const ContactFields = z
  .strictObject({
    email: z.email({ error: "must be an e-mail address" }).trim().toLowerCase().max(254),
    /** National or international; stored as E.164. */
    phone: z.string().trim().max(40, { error: "must be a telephone number" }).default(""),
    notifyByEmail: z.boolean(),
    notifyBySms: z.boolean(),
    /** The day's visits in the morning, also when there are none, and a word on Fridays about next week; unchanged when absent. */
    agendaByEmail: z.boolean().optional(),
    agendaOnFreeDays: z.boolean().optional(),
    weekPromptByEmail: z.boolean().optional(),
    /** In which language we write to them. */
    language: z.enum(LANGUAGES, { error: "must be en, de, es, fr or pt" }).optional(),
    /** The contact card of each new patient, by WhatsApp. */
    notifyByCard: z.boolean().optional(),
  })
  .refine((contact) => contact.phone !== "" || !(contact.notifyBySms || contact.notifyByCard), { path: ["phone"], error: "Text messages need a telephone number." });
export type ContactFields = z.infer<typeof ContactFields>;

export const UpdateProviderProfileInput = ScheduleScope.extend({ profile: ProfileFields, contact: ContactFields });
export type UpdateProviderProfileInput = z.infer<typeof UpdateProviderProfileInput>;

export const OwnProviderView = z.object({
  id: z.string(),
  slug: z.string(),
  status: z.enum(["DRAFT", "ACTIVE", "SUSPENDED"]),
  organization: z.string().nullable(),
  publicUrl: z.string(),
  canEdit: z.boolean(),
  profile: z.object({ name: z.string(), title: z.string(), bio: z.string(), specialities: z.array(z.string()), languages: z.array(z.string()), timeZone: z.string(), portraitSeed: z.string() }),
  contact: z.object({ email: z.string(), phone: z.string(), notifyByEmail: z.boolean(), notifyBySms: z.boolean(), notifyByCard: z.boolean(), agendaByEmail: z.boolean(), agendaOnFreeDays: z.boolean(), weekPromptByEmail: z.boolean(), language: z.enum(LANGUAGES) }),
});
export type OwnProviderView = z.infer<typeof OwnProviderView>;

/** How far a new provider has come; everything is read from what is stored, so a reload loses nothing. */
export const SetupView = z.object({
  provider: OwnProviderView.nullable(),
  hasServices: z.boolean(),
  hasHours: z.boolean(),
  calendar: z.enum(["off", "none", "connected", "reconnect"]),
  calendarEmail: z.string().nullable(),
  suggestedName: z.string(),
});
export type SetupView = z.infer<typeof SetupView>;
