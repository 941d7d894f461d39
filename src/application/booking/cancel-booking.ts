import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { cancellationPolicy } from "@/domain/booking/booking-policy";
import { hasEvent } from "@/domain/calendar-sync/plan-push";
import type { BookingView, CancelBookingInput } from "./booking-schemas";
import { followEnded } from "./follow-up";
import { beginStep, stepFact, writeStep, type Step } from "./take-step";
import { policyFacts, toBookingView } from "./to-booking-view";

/**
 * Ends a booking; its time is free again. Patients are bound by the cancellation window, staff may break it with a
 * reason, background jobs are not bound. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT, POLICY_REFUSED.
 */
export async function cancelBooking(app: AppContext, { reference, reason }: CancelBookingInput): Promise<BookingView> {
  return decideAndWrite(app, async (sql, changes) => {
    const step = await beginStep(app, sql, reference, "booking.cancel", "cancel");
    const now = app.clock.now();
    const breaksPolicy = assertMayCancel(step, reason, now);
    const booking = writeStep(changes, step, now, { cancelledBy: step.role, cancellationNote: reason || null, isRevision: true });
    const fact = stepFact("booking.cancel", step.booking, booking);
    await audit(changes, app.actor, { ...fact, after: { ...fact.after, by: step.role, breaksPolicy } });
    await followEnded(app, changes, booking, "cancelled", { hadEvent: hasEvent(step.booking.status), now });
    return toBookingView(booking, now);
  });
}

function assertMayCancel({ booking, role }: Step, reason: string | undefined, now: number): boolean {
  const policy = cancellationPolicy(policyFacts(booking), now);
  if (policy.isAllowed || role === "system") return false;
  if (role === "patient") throw new AppError("POLICY_REFUSED", { message: policy.sentence });
  if (!reason) throw new AppError("POLICY_REFUSED", { message: "The cancellation window has passed. Give a reason to cancel all the same.", fields: [{ field: "reason", message: "is needed to break the policy" }] });
  return true;
}
