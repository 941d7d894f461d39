import * as z from "zod";

export const ListMailRefusalsInput = z.strictObject({
  /** Absent: everybody's whom the viewer works for. */
  providerId: z.uuid().optional(),
  show: z.enum(["open", "all"]).default("open"),
});
export type ListMailRefusalsInput = z.infer<typeof ListMailRefusalsInput>;

export const MailRefusalRefInput = z.strictObject({ refusalId: z.uuid() });
export type MailRefusalRefInput = z.infer<typeof MailRefusalRefInput>;

export const MarkMailRefusalInput = MailRefusalRefInput.extend({ isDone: z.boolean() });
export type MarkMailRefusalInput = z.infer<typeof MarkMailRefusalInput>;

export const CorrectMailAddressInput = MailRefusalRefInput.extend({ email: z.email({ error: "must be an e-mail address" }).trim().toLowerCase().max(254, { error: "must have at most 254 characters" }) });
export type CorrectMailAddressInput = z.infer<typeof CorrectMailAddressInput>;

/** How mail to the present address of a booking's patient stands, where it is refused. */
export const RefusedMail = z.object({ reason: z.enum(["bounced", "spam", "invalid"]), isDone: z.boolean() });
export type RefusedMail = z.infer<typeof RefusedMail>;

export const MailRefusalView = z.object({
  id: z.uuid(),
  providerName: z.string(),
  address: z.string(),
  reason: z.enum(["bounced", "spam", "invalid"]),
  /** The provider's patients with this address; none when it is the provider's own or was changed since. */
  patients: z.array(z.string()),
  /** The booking of the message that was refused. */
  reference: z.string().nullable(),
  /** On the provider's clock, "YYYY-MM-DDTHH:mm". */
  at: z.string(),
  localAt: z.string(),
  isDone: z.boolean(),
  /** Mail is sent there again. */
  isLifted: z.boolean(),
});
export type MailRefusalView = z.infer<typeof MailRefusalView>;

export const MailRefusalPage = z.object({ items: z.array(MailRefusalView), open: z.int() });
export type MailRefusalPage = z.infer<typeof MailRefusalPage>;
