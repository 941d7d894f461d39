import * as z from "zod";
import { LanguageSchema, WordingFields } from "./look-schemas";

export const PreviewInput = z.strictObject({
  /** Whose look it has; MedBookings' own when absent. */
  organizationId: z.uuid().optional(),
  template: z.string().max(60),
  language: LanguageSchema,
  mode: z.enum(["IN_PERSON", "ONLINE", "PHONE"]).default("IN_PERSON"),
  theme: z.enum(["light", "dark"]).default("light"),
  /** Sentences that are not saved yet. */
  draft: WordingFields.optional(),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

export const ClinicPreviewInput = z.strictObject({ ...PreviewInput.shape, organizationId: z.uuid() });

export const MessagePreview = z.object({
  fromName: z.string(),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  /** Null for what goes by e-mail only. */
  sms: z.object({ body: z.string(), segments: z.int() }).nullable(),
  whatsapp: z.object({ body: z.string(), variables: z.record(z.string(), z.string()) }).nullable(),
  ics: z.string().nullable(),
});
export type MessagePreview = z.infer<typeof MessagePreview>;

/** Every message there is, for choosing. */
export const PreviewChoices = z.object({
  templates: z.array(z.object({ template: z.string(), title: z.string(), group: z.enum(["patient", "provider", "notice"]) })),
  clinics: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PreviewChoices = z.infer<typeof PreviewChoices>;
