import * as z from "zod";
import { LANGUAGES } from "@/domain/messages/language";
import { REMINDER_CHOICES } from "@/domain/messages/plan-messages";

/** How a patient wants to be written to: about one visit, or about all of theirs. */
export const MessageWishes = z.strictObject({
  /** Null: for a visit as its patient chose for all, else as its kind plans, on the channels chosen when booking. */
  reminders: z.enum(REMINDER_CHOICES, { error: "must be EMAIL, SMS, WHATSAPP or NONE" }).nullable(),
  language: z.enum(LANGUAGES, { error: "must be en, de, es, fr or pt" }),
});
export type MessageWishes = z.infer<typeof MessageWishes>;

/** What of it is said anew; the rest stays. */
export const ChangedWishes = MessageWishes.partial();
export type ChangedWishes = z.infer<typeof ChangedWishes>;

/** What a mail's own link carries of its address, sealed. */
export const MailProof = z.string().max(2_000);

/** What a mail's own link ended: every reminder to its address, or those of its visit alone. */
export const EndedReminders = z.object({ of: z.enum(["address", "visit"]) });
export type EndedReminders = z.infer<typeof EndedReminders>;

/** The address to which a mail went, shown to whoever brings that mail's link; null to everybody else. */
export const MailLineView = z.object({ address: z.string(), isStopped: z.boolean() }).nullable();
export type MailLineView = z.infer<typeof MailLineView>;

export const MessageWishesView = MessageWishes.extend({ hasEmail: z.boolean(), hasPhone: z.boolean() });
export type MessageWishesView = z.infer<typeof MessageWishesView>;
