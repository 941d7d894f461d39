import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import type { BookingRefInput, StaffBookingView } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

/** Accepts a request. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT. */
export async function approveBooking(app: AppContext, { reference }: BookingRefInput): Promise<StaffBookingView> {
  return decideAndWrite(app, async (sql, changes) => {
    const step = await beginStep(app, sql, reference, "booking.approve", "approve");
    const now = app.clock.now();
    const booking = writeStep(changes, step, now);
    await audit(changes, app.actor, stepFact("booking.approve", step.booking, booking));
    return toStaffBookingView(await followConfirmed(app, changes, booking, "approved", now), now);
  });
}
