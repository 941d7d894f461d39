import { AppError } from "@/application/shared/errors";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { CodePurpose } from "@/domain/phones/decide-phone-code";
import type { PhoneCode } from "@/generated/prisma/client";
import { equalsInConstantTime } from "@/platform/crypto";
import type { Tx } from "@/platform/db";
import { codePlace } from "./send-phone-code";

const MOST_ATTEMPTS = 5;

const refusal = (message: string) => new AppError("POLICY_REFUSED", { message });

/**
 * Does `follow` for whoever typed the code, once. Every attempt is counted and committed before the code is looked at, so that
 * many at once have no more tries than one after another. Throws POLICY_REFUSED, in the same words for a code that was never sent.
 */
export async function redeemPhoneCode<T>(app: AppContext, { purpose, codeId, typed }: { purpose: CodePurpose; codeId: string; typed: string }, follow: (tx: Tx, code: PhoneCode) => Promise<T>): Promise<T> {
  const now = new Date(app.clock.now());
  const [attempt] = await app.db.$queryRaw<{ digest: string | null; isOpen: boolean }[]>`
    UPDATE phone_code SET attempts = attempts + 1 WHERE id = ${codeId}::uuid AND purpose = ${purpose}
    RETURNING digest, (used_at IS NULL AND attempts <= ${MOST_ATTEMPTS}::int AND (expires_at IS NULL OR expires_at > ${now}::timestamptz)) AS "isOpen"`;
  const isRight = equalsInConstantTime(attempt?.digest ?? "", app.cipher.digest(typed, codePlace(codeId)));
  if (attempt?.isOpen !== true) throw refusal("This code has run out, or was tried too often. Ask for a new one.");
  if (!isRight) throw refusal("This is not the code we sent. Look at the latest text.");
  return inTransaction(app, async (tx) => {
    const { count } = await tx.phoneCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: now } });
    const code = await tx.phoneCode.findUnique({ where: { id: codeId } });
    if (count === 0 || code === null) throw refusal("This code was used before. Ask for a new one.");
    return follow(tx, code);
  });
}
