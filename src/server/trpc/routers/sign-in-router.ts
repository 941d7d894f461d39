import { z } from "zod";
import { forgetOwnNumber, proveOwnNumber, requestOwnNumberCode, getOwnNumber } from "@/application/phones/own-number";
import { CodeInput, OwnNumberView, PhoneInput } from "@/application/phones/phone-schemas";
import { redeemSignInCode } from "@/application/sign-in/redeem-sign-in-code";
import { requestSignInCode } from "@/application/sign-in/request-sign-in-code";
import { requestSignInLink } from "@/application/sign-in/request-sign-in-link";
import { RedeemSignInCodeInput, RequestSignInCodeInput, RequestSignInLinkInput, SignInCodeView } from "@/application/sign-in/sign-in-schemas";
import { setSessionCookie } from "@/server/auth/session-cookie";
import { publicProcedure, router, signedInProcedure } from "../init";

const codeId = z.uuid();

export const signInRouter = router({
  requestLink: publicProcedure.input(RequestSignInLinkInput).output(z.object({ minutes: z.int() })).mutation(({ ctx, input }) => requestSignInLink(ctx.app, input)),

  requestCode: publicProcedure.input(RequestSignInCodeInput).output(SignInCodeView).mutation(({ ctx, input }) => requestSignInCode(ctx.app, input)),
  redeemCode: publicProcedure
    .input(RedeemSignInCodeInput)
    .output(z.object({ isSignedIn: z.literal(true) }))
    .mutation(async ({ ctx: { app, browser }, input }) => {
      const session = await redeemSignInCode(app, input, browser?.sessionToken ?? null);
      browser?.answerHeaders.append("set-cookie", setSessionCookie(session, app.config.publicOrigin));
      return { isSignedIn: true };
    }),

  ownNumber: signedInProcedure.output(OwnNumberView).query(({ ctx }) => getOwnNumber(ctx.app)),
  requestOwnNumberCode: signedInProcedure.input(z.strictObject({ phone: PhoneInput })).output(z.object({ codeId })).mutation(({ ctx, input }) => requestOwnNumberCode(ctx.app, input)),
  proveOwnNumber: signedInProcedure.input(z.strictObject({ codeId, code: CodeInput })).output(OwnNumberView).mutation(({ ctx, input }) => proveOwnNumber(ctx.app, input)),
  forgetOwnNumber: signedInProcedure.output(OwnNumberView).mutation(({ ctx }) => forgetOwnNumber(ctx.app)),
});
