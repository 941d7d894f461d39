import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import type { DeclineBookingInput, StaffBookingView } from "./booking-schemas";
import { followEnded } from "./follow-up";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

/** Turns a request down; its time is free again. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT. */
export async function declineBooking(app: AppContext, { reference, reason }: DeclineBookingInput): Promise<StaffBookingView> {
  return decideAndWrite(app, async (sql, changes) => {
    const step = await beginStep(app, sql, reference, "booking.decline", "decline");
    const now = app.clock.now();
    const booking = writeStep(changes, step, now, { cancelledBy: step.role, cancellationNote: reason ?? null });
    await audit(changes, app.actor, stepFact("booking.decline", step.booking, booking));
    await followEnded(app, changes, booking, "declined", { hadEvent: false, now });
    return toStaffBookingView(booking, now);
  });
}
