import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import type { ApproveBookingInput, StaffBookingView } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { beginStep, stepFact, writeStep } from "./take-step";
import { toStaffBookingView } from "./to-staff-booking-view";

const UNSURE = {
  WAITING: "The calendar is not answering just now. Give a reason to confirm this request all the same.",
  CLASH: "The calendar shows something at this time. Give a reason to confirm this request all the same.",
} as const;

/**
 * Accepts a request. What waits for a calendar is accepted in its stead, with a reason. Throws NOT_FOUND, NOT_ALLOWED,
 * STATUS_CONFLICT, POLICY_REFUSED.
 */
export async function approveBooking(app: AppContext, { reference, reason }: ApproveBookingInput): Promise<StaffBookingView> {
  return decideAndWrite(app, async (sql, changes) => {
    const step = await beginStep(app, sql, reference, "booking.approve", "approve");
    const now = app.clock.now();
    if (step.booking.calendarWait !== null && reason === undefined) throw new AppError("POLICY_REFUSED", { message: UNSURE[step.booking.calendarWait], fields: [{ field: "reason", message: "is needed to confirm it all the same" }] });
    const booking = writeStep(changes, step, now, { ...(reason !== undefined && { overrideReason: reason }) });
    await audit(changes, app.actor, stepFact("booking.approve", step.booking, booking));
    return toStaffBookingView(await followConfirmed(app, changes, booking, "approved", now), now);
  });
}
