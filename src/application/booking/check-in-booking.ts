import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { assertNotTooEarly } from "./assert-not-too-early";
import type { BookingRefInput, StaffBookingView } from "./booking-schemas";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

/** Notes that the patient has arrived. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT, POLICY_REFUSED before the visit's day. */
export async function checkInBooking(app: AppContext, { reference }: BookingRefInput): Promise<StaffBookingView> {
  return decideAndWrite(app, async (sql, changes) => {
    const step = await beginStep(app, sql, reference, "booking.check-in", "check-in");
    const now = app.clock.now();
    assertNotTooEarly(step.booking, "check-in", now);
    const booking = writeStep(changes, step, now);
    await audit(changes, app.actor, stepFact("booking.check-in", step.booking, booking));
    return toStaffBookingView(booking, now);
  });
}
