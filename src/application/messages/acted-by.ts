import type { LoadedAppointment } from "./load-appointment";
import type { BookingChange } from "@/application/shared/enqueue";
import type { MessageAudience } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";

const ACTIONS: Partial<Record<BookingChange, string[]>> = {
  confirmed: ["booking.confirm", "booking.reinstate"], pending: ["booking.confirm"], rescheduled: ["booking.reschedule"], cancelled: ["booking.cancel"],
  expired: ["booking.expire"], approved: ["booking.approve"], declined: ["booking.decline"],
};

/** Who made the change, by its audit row. A change without one counts as the patient's, so that the provider hears of it. */
export async function actedBy(tx: Tx, appointment: LoadedAppointment, change: BookingChange): Promise<MessageAudience["actedBy"]> {
  const actions = ACTIONS[change];
  if (actions === undefined) return "system";
  const entry = await tx.auditEntry.findFirst({ where: { subjectKind: "booking", subjectId: appointment.bookingId, action: { in: actions } }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { actorKind: true, actorId: true } });
  if (entry === null || entry.actorKind === "guest" || entry.actorKind === "link" || entry.actorKind === "texter") return "patient";
  if (entry.actorKind !== "user") return change === "expired" ? "system" : "provider";
  if (entry.actorId === appointment.providerUserId) return "provider";
  return entry.actorId === appointment.patientUserId ? "patient" : "staff";
}
