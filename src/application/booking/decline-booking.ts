import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { DeclineBookingInput, StaffBookingView } from "./booking-schemas";
import { followEnded } from "./follow-up";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

/** Turns a request down; its time is free again. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT. */
export async function declineBooking(app: AppContext, { reference, reason }: DeclineBookingInput): Promise<StaffBookingView> {
  return inTransaction(app, async (tx) => {
    const step = await beginStep(app, tx, reference, "booking.decline", "decline");
    const booking = await writeStep(tx, step, { cancelledBy: step.role, cancellationNote: reason ?? null });
    await audit(tx, app.actor, stepFact("booking.decline", step.booking, booking));
    await followEnded(tx, booking, "declined", false);
    return toStaffBookingView(booking, app.clock.now());
  });
}
