import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { equalsInConstantTime, hashToken } from "@/platform/crypto";
import { lockBookingRecord } from "./booking-record";
import type { ReleaseHoldInput } from "./booking-schemas";
import { writeStep } from "./take-step";

/** Gives a held time back. Doing it twice is harmless. Throws HOLD_INVALID, STATUS_CONFLICT once it is booked. */
export async function releaseHold(app: AppContext, input: ReleaseHoldInput): Promise<{ released: boolean }> {
  authorize(app.actor, "booking.hold");
  return decideAndWrite(app, async (sql, changes) => {
    const hold = await lockBookingRecord(sql, { id: input.holdId }, () => new AppError("HOLD_INVALID"));
    if (!equalsInConstantTime(hold.holdTokenHash ?? "", hashToken(input.holdToken))) throw new AppError("HOLD_INVALID");
    if (hold.status === "EXPIRED") return { released: false };
    if (hold.status !== "HELD") throw new AppError("STATUS_CONFLICT");
    writeStep(changes, { booking: hold, role: "patient", to: "EXPIRED" }, app.clock.now());
    await audit(changes, app.actor, { action: "booking.release", subjectKind: "booking", subjectId: hold.id, providerId: hold.providerId });
    return { released: true };
  });
}
