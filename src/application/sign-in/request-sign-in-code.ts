import { uuidv7 } from "uuidv7";
import { CODE_MINUTES } from "@/application/phones/send-phone-code";
import { readPhone } from "@/application/phones/read-phone";
import { actorId } from "@/application/shared/actor";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import type { RequestSignInCodeInput, SignInCodeView } from "./sign-in-schemas";

const HOUR_MS = 3_600_000;
/** More than this is somebody trying numbers. */
const MOST_BY_REQUESTER = 20;

/**
 * Asks for a code by text that signs a patient in. What is answered is the same whoever the number belongs to, and whether or not too many were
 * asked for: a job finds out, and texts one where it leads to somebody. Throws VALIDATION_FAILED for what is no number.
 */
export async function requestSignInCode(app: AppContext, input: RequestSignInCodeInput): Promise<SignInCodeView> {
  authorize(app.actor, "sign-in.request");
  const phone = readPhone(input.phone);
  const now = app.clock.now();
  const codeId = uuidv7();
  const requestedBy = actorId(app.actor);
  await inTransaction(app, async (tx) => {
    const asked = await tx.phoneCode.count({ where: { purpose: "sign-in", requestedBy, requestedAt: { gt: new Date(now - HOUR_MS) } } });
    if (asked >= MOST_BY_REQUESTER) return;
    // It runs out at one moment, whether or not it was ever sent.
    await tx.phoneCode.create({ data: { id: codeId, purpose: "sign-in", phone, requestedBy, requestedAt: new Date(now), expiresAt: new Date(now + CODE_MINUTES * 60_000) } });
    await enqueue(tx, "phones.send-code", { codeId });
  });
  return { codeId, minutes: CODE_MINUTES };
}
