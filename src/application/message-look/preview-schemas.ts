import * as z from "zod";
import { BrandFields, LanguageSchema, WordingFields } from "./look-schemas";

/** What automatic answers to texts are called, before the name of their kind. */
export const REPLY_PREFIX = "reply-";
export const SIGN_IN_TEMPLATE = "sign-in";

const VISIT_MODES = ["IN_PERSON", "ONLINE", "PHONE"] as const;

export const PreviewInput = z.strictObject({
  /** Whose look it has; MedBookings' own when absent. */
  organizationId: z.uuid().optional(),
  template: z.string().max(60),
  language: LanguageSchema,
  mode: z.enum(VISIT_MODES).default("IN_PERSON"),
  theme: z.enum(["light", "dark"]).default("light"),
  /** Sentences that are not saved yet. */
  draft: WordingFields.optional(),
  /** A look that is not saved yet; a colour that is none leaves the saved one. */
  brand: BrandFields.omit({ replyTo: true }).optional(),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

export const ClinicPreviewInput = z.strictObject({ ...PreviewInput.shape, organizationId: z.uuid() });

export const MessagePreview = z.object({
  /** Null for what goes by text only. */
  email: z.object({ fromName: z.string(), subject: z.string(), preheader: z.string(), html: z.string(), text: z.string() }).nullable(),
  /** Null for what goes by e-mail only, as the next one. */
  sms: z.string().nullable(),
  whatsapp: z.object({ body: z.string(), variables: z.record(z.string(), z.string()) }).nullable(),
  ics: z.string().nullable(),
});
export type MessagePreview = z.infer<typeof MessagePreview>;

/** Every message there is, for choosing. */
export const PreviewChoices = z.object({
  templates: z.array(z.object({ template: z.string(), title: z.string(), group: z.enum(["patient", "answer", "provider", "notice"]) })),
  clinics: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PreviewChoices = z.infer<typeof PreviewChoices>;
