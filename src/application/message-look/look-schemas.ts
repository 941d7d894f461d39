import * as z from "zod";
import { LANGUAGES } from "@/domain/messages/language";
import { WORDING_VARIABLES } from "@/domain/messages/wording";

const OrganizationShape = { organizationId: z.uuid() };

export const LookRefInput = z.strictObject(OrganizationShape);
export type LookRefInput = z.infer<typeof LookRefInput>;

export const ManagedClinic = z.object({ id: z.string(), name: z.string() });

/** At most this many lines below a clinic's address, of so many characters. */
export const FOOTER_LINES = 4;
const FOOTER_LENGTH = 90;

export const BrandFields = z.object({
  /** "#006d6b"; empty for MedBookings' own. */
  colour: z.string().trim().max(20),
  /** Where answers to e-mails go; empty for the clinic's own address. */
  replyTo: z.union([z.literal(""), z.email({ error: "must be an e-mail address" })]),
  footerLines: z.array(z.string().trim().max(FOOTER_LENGTH, { error: `must have at most ${FOOTER_LENGTH} characters` })).max(FOOTER_LINES, { error: `at most ${FOOTER_LINES} lines` }),
});
export type BrandFields = z.infer<typeof BrandFields>;

export const SetBrandInput = z.strictObject({ ...OrganizationShape, ...BrandFields.shape });
export type SetBrandInput = z.infer<typeof SetBrandInput>;

const Tones = z.object({ primary: z.string(), onPrimary: z.string() });

export const BrandView = z.object({
  organizationId: z.string(),
  fields: BrandFields,
  /** What is drawn in place of the chosen colour; null for MedBookings' own. */
  colours: z.object({ light: Tones, dark: Tones, isAdjusted: z.boolean() }).nullable(),
  logo: z.object({ url: z.string(), width: z.int(), height: z.int() }).nullable(),
  /** Where answers go when nothing else is chosen. */
  clinicEmail: z.string(),
});
export type BrandView = z.infer<typeof BrandView>;

/** 150 kB, and its length in base64. */
export const LOGO_BYTES = 153_600;
export const SetLogoInput = z.strictObject({ ...OrganizationShape, base64: z.base64({ error: "must be a picture" }).max(Math.ceil(LOGO_BYTES / 3) * 4, { error: "must be at most 150 kB" }) });
export type SetLogoInput = z.infer<typeof SetLogoInput>;

export const LanguageSchema = z.enum(LANGUAGES);
const Sentence = z.string().max(1_000);
/** Empty sentences are ours. */
export const WordingFields = z.object({ greeting: Sentence, intro: Sentence, closing: Sentence, sms: Sentence });
export type WordingFields = z.infer<typeof WordingFields>;

export const WordingRefInput = z.strictObject({ ...OrganizationShape, template: z.string().max(60), language: LanguageSchema });
export type WordingRefInput = z.infer<typeof WordingRefInput>;

export const SetWordingInput = z.strictObject({ ...WordingRefInput.shape, ...WordingFields.shape });
export type SetWordingInput = z.infer<typeof SetWordingInput>;

const FieldRules = z.object({ variables: z.array(z.enum(WORDING_VARIABLES)), longest: z.int(), /** What stands there unless a clinic says otherwise, with its variables. */ usual: z.string() });

export const WordingView = z.object({
  fields: WordingFields,
  isOwn: z.boolean(),
  rules: z.object({ greeting: FieldRules, intro: FieldRules, closing: FieldRules, sms: FieldRules }),
  /** What variables become in the example. */
  values: z.record(z.enum(WORDING_VARIABLES), z.string()),
});
export type WordingView = z.infer<typeof WordingView>;

export const WordedTemplates = z.array(z.object({ template: z.string(), title: z.string(), /** Languages in which the clinic says it in its own words. */ own: z.array(LanguageSchema) }));
