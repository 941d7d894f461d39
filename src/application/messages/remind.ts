import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { decideReminder } from "@/domain/messages/decide-reminder";
import { reminderTemplate } from "@/domain/messages/message-template";
import { planReminder } from "@/domain/messages/plan-messages";
import { shouldStillSend } from "@/domain/messages/should-still-send";
import { loadAppointment } from "./load-appointment";
import { planRows } from "./plan-rows";

/**
 * Plans one reminder of a booking series, when it is still due. Repeatable: a booking is reminded once of each time. One that
 * comes too late to be of use is kept as expired, so that the delivery log says so.
 */
export async function remind(app: AppContext, { seriesId, minutesBefore }: JobPayloads["messages.remind"]): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const current = await tx.booking.findFirst({ where: { seriesId, status: { not: "RESCHEDULED" } }, select: { id: true } });
    const appointment = current && (await loadAppointment(tx, current.id));
    const now = app.clock.now();
    if (appointment === null || !shouldStillSend("reminder", appointment.facts, Math.min(now, appointment.facts.startsAt - 1)).ok) return;
    const due = decideReminder(appointment.facts, minutesBefore, now);
    if (due.rung === null) return;
    const planned = planReminder({ id: appointment.bookingId, startsAt: appointment.facts.startsAt }, reminderTemplate(minutesBefore), appointment.patient, due.rung.steps);
    await planRows(tx, appointment, planned, now, { usefulUntil: due.rung.usefulUntil, ...(!due.ok && { expired: due.reason }) });
  });
}
