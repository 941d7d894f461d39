import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { BookingRefInput, StaffBookingView } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

/** Accepts a request. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT. */
export async function approveBooking(app: AppContext, { reference }: BookingRefInput): Promise<StaffBookingView> {
  return inTransaction(app, async (tx) => {
    const step = await beginStep(app, tx, reference, "booking.approve", "approve");
    const booking = await writeStep(tx, step);
    await audit(tx, app.actor, stepFact("booking.approve", step.booking, booking));
    const now = app.clock.now();
    return toStaffBookingView(await followConfirmed(tx, booking, "approved", now), now);
  });
}
