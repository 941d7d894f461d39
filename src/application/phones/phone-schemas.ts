import * as z from "zod";

export const CodeInput = z.string({ error: "must be the six digits we sent" }).transform((typed) => typed.replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{6}$/, { error: "must be the six digits we sent" }));

export const PhoneInput = z.string().trim().max(40);

/** The number (E.164) that the signed-in person proved to be theirs. */
export const OwnNumberView = z.object({ phone: z.string().nullable() });
export type OwnNumberView = z.infer<typeof OwnNumberView>;

/** How it stands with the number of a visit's patient. */
export const PhoneCheckView = z.object({
  /**
   * "none": no texts were asked for. "proven": texts go there. "sending", "sent": a code is on its way, or can be typed. "ended": it has run out. "refused":
   * none can be sent there now. "kept": no other can, and the one before it can still be typed.
   */
  status: z.enum(["none", "proven", "sending", "sent", "ended", "refused", "kept"]),
  /** The last digits of the number: whoever has the link need not learn the rest. */
  ending: z.string(),
  /** Whether there is an e-mail address to write to meanwhile. */
  hasEmail: z.boolean(),
});
export type PhoneCheckView = z.infer<typeof PhoneCheckView>;
