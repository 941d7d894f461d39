import * as z from "zod";
import { CodeInput, PhoneInput } from "@/application/phones/phone-schemas";

export const RequestSignInLinkInput = z.strictObject({
  email: z.email({ error: "must be an e-mail address" }).trim().toLowerCase().max(254),
  /** A path on this site to go on to. */
  returnTo: z.string().max(500).regex(/^\/(?![/\\])[^\u0000-\u001f\\]*$/, { error: "must be a path on this site" }),
});
export type RequestSignInLinkInput = z.infer<typeof RequestSignInLinkInput>;

export const RequestSignInCodeInput = z.strictObject({ phone: PhoneInput });
export type RequestSignInCodeInput = z.infer<typeof RequestSignInCodeInput>;

/** `codeId` names the code that was asked for, sent or not. */
export const SignInCodeView = z.object({ codeId: z.uuid(), minutes: z.int() });
export type SignInCodeView = z.infer<typeof SignInCodeView>;

export const RedeemSignInCodeInput = z.strictObject({ codeId: z.uuid(), code: CodeInput });
export type RedeemSignInCodeInput = z.infer<typeof RedeemSignInCodeInput>;
