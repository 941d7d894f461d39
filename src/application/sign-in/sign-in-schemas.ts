import * as z from "zod";

export const RequestSignInLinkInput = z.strictObject({
  email: z.email({ error: "must be an e-mail address" }).trim().toLowerCase().max(254),
  /** A path on this site to go on to. */
  returnTo: z.string().max(500).regex(/^\/(?![/\\])[^\u0000-\u001f\\]*$/, { error: "must be a path on this site" }),
});
export type RequestSignInLinkInput = z.infer<typeof RequestSignInLinkInput>;
