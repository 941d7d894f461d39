import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { sqlOf } from "@/application/shared/sql";
import { inTransaction } from "@/application/shared/transaction";
import { equalsInConstantTime, hashToken } from "@/platform/crypto";
import { findBookingRecord } from "./booking-record";
import type { ReleaseHoldInput } from "./booking-schemas";

/** Gives a held time back. Doing it twice is harmless. Throws HOLD_INVALID, STATUS_CONFLICT once it is booked. */
export async function releaseHold(app: AppContext, input: ReleaseHoldInput): Promise<{ released: boolean }> {
  authorize(app.actor, "booking.hold");
  return inTransaction(app, async (tx) => {
    const hold = await findBookingRecord(sqlOf(tx), { id: input.holdId });
    if (!hold || !equalsInConstantTime(hold.holdTokenHash ?? "", hashToken(input.holdToken))) throw new AppError("HOLD_INVALID");
    const { count } = await tx.booking.updateMany({ where: { id: hold.id, status: "HELD" }, data: { status: "EXPIRED", version: { increment: 1 } } });
    if (count === 1) await audit(tx, app.actor, { action: "booking.release", subjectKind: "booking", subjectId: hold.id, providerId: hold.providerId });
    else if (hold.status !== "EXPIRED" && hold.status !== "HELD") throw new AppError("STATUS_CONFLICT");
    return { released: count === 1 };
  });
}
