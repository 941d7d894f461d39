import { z } from "zod";

export const UnknownTextView = z.object({
  id: z.uuid(),
  channel: z.enum(["SMS", "WHATSAPP"]),
  phone: z.string(),
  phoneText: z.string(),
  text: z.string(),
  /** ISO 8601. */
  receivedAt: z.string(),
});
export const UnknownTexts = z.object({ items: z.array(UnknownTextView) });
export type UnknownTexts = z.infer<typeof UnknownTexts>;
