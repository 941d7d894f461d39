import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { hashToken } from "@/platform/crypto";
import type { Tx } from "@/platform/db";
import { findPatientUser } from "./find-patient-user";
import { startPatientSession, type StartedSession } from "./start-patient-session";

export interface SignedIn extends StartedSession {
  readonly returnTo: string;
}

/**
 * Signs in who has the link, once, and ties guest bookings under the address to them: having it proves the mailbox. Whoever was
 * signed in here before is signed out. Throws LINK_INVALID, and NOT_ALLOWED for staff, who need more than a mailbox.
 */
export async function redeemSignInLink(app: AppContext, { token, previousSession }: { token: string; previousSession: string | null }): Promise<SignedIn> {
  authorize(app.actor, "sign-in.request");
  return inTransaction(app, async (tx) => {
    const now = new Date(app.clock.now());
    const [link] = await tx.$queryRaw<{ id: string; email: string; returnTo: string }[]>`
      UPDATE sign_in_link SET used_at = ${now}, token_ciphertext = NULL WHERE token_hash = ${hashToken(token)} AND used_at IS NULL AND expires_at > ${now}
      RETURNING id::text, email, return_to AS "returnTo"`;
    if (link === undefined) throw new AppError("LINK_INVALID", { message: "This link was used before or has expired. Ask for a new one." });
    const subject = await findPatientUser(tx, link.email);
    if (subject.kind === "staff") throw new AppError("NOT_ALLOWED", { message: "Providers and clinic staff sign in with Google." });
    const userId = subject.kind === "user" ? subject.id : uuidv7();
    if (subject.kind === "user") await tx.user.update({ where: { id: userId }, data: { emailVerified: now } });
    else await tx.user.create({ data: { id: userId, email: link.email, emailVerified: now } });
    const claimed = await claimRecords(tx, userId, link.email);
    const session = await startPatientSession(tx, { userId, previousSession }, now.getTime());
    await audit(tx, app.actor, { action: "user.sign-in-by-link", subjectKind: "user", subjectId: userId, after: { link: link.id, isNew: subject.kind !== "user", claimed } });
    return { ...session, returnTo: link.returnTo };
  });
}

async function claimRecords(tx: Tx, userId: string, email: string): Promise<number> {
  const { count } = await tx.patient.updateMany({ where: { email, userId: null }, data: { userId } });
  return count;
}
