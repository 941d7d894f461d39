import { findPhoneUser } from "@/application/phones/find-phone-user";
import { redeemPhoneCode } from "@/application/phones/redeem-phone-code";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { RedeemSignInCodeInput } from "./sign-in-schemas";
import { startPatientSession, type StartedSession } from "./start-patient-session";

/**
 * Signs in who types the code that was texted to the number their account proved, once. Throws POLICY_REFUSED: a number that leads to nobody,
 * to several or to staff was sent no code, and is refused in the same words.
 */
export async function redeemSignInCode(app: AppContext, { codeId, code: typed }: RedeemSignInCodeInput, previousSession: string | null): Promise<StartedSession> {
  authorize(app.actor, "sign-in.request");
  return redeemPhoneCode(app, { purpose: "sign-in", codeId, typed }, async (tx, code) => {
    // Whose number it was when it was sent, and still is.
    const userId = await findPhoneUser(tx, code.phone);
    if (userId === null || userId !== code.userId) throw new AppError("POLICY_REFUSED", { message: "This number signs in nobody any more. Use your e-mail address." });
    const session = await startPatientSession(tx, { userId, previousSession }, app.clock.now());
    await audit(tx, app.actor, { action: "user.sign-in-by-code", subjectKind: "user", subjectId: userId, after: { code: code.id } });
    return session;
  });
}
