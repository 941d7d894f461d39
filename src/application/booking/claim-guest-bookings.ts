import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";

/** Ties guest records with the user's verified e-mail address to the user for good. Doing it twice is harmless. Throws NOT_AUTHENTICATED. */
export async function claimGuestBookings(app: AppContext): Promise<{ claimed: number }> {
  authorize(app.actor, "booking.list-own");
  if (app.actor.kind !== "user") throw new AppError("NOT_AUTHENTICATED");
  const { userId } = app.actor;
  return inTransaction(app, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, emailVerified: true } });
    if (!user?.emailVerified) return { claimed: 0 };
    const { count } = await tx.patient.updateMany({ where: { email: user.email.toLowerCase(), userId: null }, data: { userId } });
    if (count > 0) await audit(tx, app.actor, { action: "patient.claim", subjectKind: "user", subjectId: userId, after: { records: count } });
    return { claimed: count };
  });
}
