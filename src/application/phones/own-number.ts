import { uuidv7 } from "uuidv7";
import { actorId } from "@/application/shared/actor";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { OwnNumberView } from "./phone-schemas";
import { readPhone } from "./read-phone";
import { redeemPhoneCode } from "./redeem-phone-code";

/** The number that the signed-in person proved to be theirs. Throws NOT_AUTHENTICATED. */
export async function getOwnNumber(app: AppContext): Promise<OwnNumberView> {
  const user = await app.db.user.findUnique({ where: { id: ownerOf(app) }, select: { phone: true } });
  return { phone: user?.phone ?? null };
}

/** Has a code texted to a number that the signed-in person says is theirs. Throws NOT_AUTHENTICATED, VALIDATION_FAILED. */
export async function requestOwnNumberCode(app: AppContext, input: { phone: string }): Promise<{ codeId: string }> {
  const userId = ownerOf(app);
  const phone = readPhone(input.phone);
  const codeId = uuidv7();
  await inTransaction(app, async (tx) => {
    await tx.phoneCode.create({ data: { id: codeId, purpose: "account", phone, userId, requestedBy: actorId(app.actor), requestedAt: new Date(app.clock.now()) } });
    await enqueue(tx, "phones.send-code", { codeId });
  });
  return { codeId };
}

/** Takes the code that was texted there: from then on the number is theirs here, and signs them in. Throws NOT_AUTHENTICATED, POLICY_REFUSED. */
export async function proveOwnNumber(app: AppContext, { codeId, code: typed }: { codeId: string; code: string }): Promise<OwnNumberView> {
  const userId = ownerOf(app);
  return redeemPhoneCode(app, { purpose: "account", codeId, typed }, async (tx, code) => {
    if (code.userId !== userId) throw new AppError("NOT_FOUND");
    await tx.user.update({ where: { id: userId }, data: { phone: code.phone, phoneVerifiedAt: new Date(app.clock.now()) } });
    await audit(tx, app.actor, { action: "user.prove-number", subjectKind: "user", subjectId: userId, after: { code: code.id } });
    return { phone: code.phone };
  });
}

/** Takes the number from the signed-in person's account: it signs nobody in any more. Throws NOT_AUTHENTICATED. */
export async function forgetOwnNumber(app: AppContext): Promise<OwnNumberView> {
  const userId = ownerOf(app);
  await inTransaction(app, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { phone: null, phoneVerifiedAt: null } });
    await audit(tx, app.actor, { action: "user.forget-number", subjectKind: "user", subjectId: userId });
  });
  return { phone: null };
}

function ownerOf({ actor }: AppContext): string {
  authorize(actor, "phone.prove-own");
  return actorId(actor);
}
