import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { followEnded } from "./follow-up";
import { lockBookingRecord } from "./booking-record";
import { stepFact, writeStep } from "./take-step";

/** Ends requests that the clinic did not answer in time and tells the patients. At most 100 a time, each on its own. */
export async function expirePendings(app: AppContext): Promise<{ expired: number }> {
  authorize(app.actor, "booking.expire");
  const due = await app.db.booking.findMany({
    where: { status: "PENDING", pendingExpiresAt: { lte: new Date(app.clock.now()) } },
    orderBy: { pendingExpiresAt: "asc" },
    take: 100,
    select: { id: true },
  });
  let expired = 0;
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      if (await expirePending(app, id)) expired += 1;
    } catch (error) {
      // One that cannot be ended must not keep all the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some requests could not be ended");
  return { expired };
}

const expirePending = (app: AppContext, id: string): Promise<boolean> =>
  decideAndWrite(app, async (sql, changes) => {
    const booking = await lockBookingRecord(sql, { id });
    // Approved, moved or cancelled meanwhile.
    if (booking.status !== "PENDING" || booking.pendingExpiresAt === null || booking.pendingExpiresAt > app.clock.now()) return false;
    const after = writeStep(changes, { booking, role: "system", to: "EXPIRED" }, app.clock.now());
    await audit(changes, app.actor, stepFact("booking.expire", booking, after));
    await followEnded(app, changes, after, "expired", { hadEvent: false, now: app.clock.now() });
    return true;
  });
