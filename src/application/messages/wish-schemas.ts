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

export const MessageWishesView = MessageWishes.extend({ hasEmail: z.boolean(), hasPhone: z.boolean() });
export type MessageWishesView = z.infer<typeof MessageWishesView>;
