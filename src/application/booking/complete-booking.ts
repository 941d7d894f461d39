import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { assertNotTooEarly } from "./assert-not-too-early";
import type { BookingRefInput, StaffBookingView } from "./booking-schemas";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

/** Notes that the visit took place. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT, POLICY_REFUSED before anybody came. */
export async function completeBooking(app: AppContext, { reference }: BookingRefInput): Promise<StaffBookingView> {
  return inTransaction(app, async (tx) => {
    const step = await beginStep(app, tx, reference, "booking.complete", "complete");
    const now = app.clock.now();
    assertNotTooEarly(step.booking, "complete", now);
    const booking = await writeStep(tx, step);
    await audit(tx, app.actor, stepFact("booking.complete", step.booking, booking));
    return toStaffBookingView(booking, now);
  });
}
