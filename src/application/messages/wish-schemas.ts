import * as z from "zod";
import { LANGUAGES } from "@/domain/messages/language";
import { REMINDER_CHOICES } from "@/domain/messages/plan-messages";

/** How a patient wants to be written to about visits with one provider. */
export const MessageWishes = z.strictObject({
  /** Null: as the visit's kind plans, on the channels chosen when booking. */
  reminders: z.enum(REMINDER_CHOICES, { error: "must be EMAIL, SMS, WHATSAPP or NONE" }).nullable(),
  language: z.enum(LANGUAGES, { error: "must be en, de, es, fr or pt" }),
});
export type MessageWishes = z.infer<typeof MessageWishes>;

export const MessageWishesView = MessageWishes.extend({ hasEmail: z.boolean(), hasPhone: z.boolean() });
export type MessageWishesView = z.infer<typeof MessageWishesView>;
