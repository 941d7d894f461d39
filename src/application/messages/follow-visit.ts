import { keepManageLink } from "@/application/booking/manage-link";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { afterVisitWindow } from "@/domain/messages/after-visit";
import { planAfterVisit } from "@/domain/messages/plan-messages";
import { doNotSend, tooLateToSend, type SendVerdict } from "@/domain/messages/send-verdict";
import { shouldStillSend } from "@/domain/messages/should-still-send";
import { hasLaterVisit } from "./has-later-visit";
import { LATE_LINK_LIFE_MS } from "./keep-late-link";
import { loadAppointment } from "./load-appointment";
import { planRows } from "./plan-rows";

/** Plans what follows a visit by the clock, once, when it took place as far as anybody said, and is wanted. */
export async function followVisit(app: AppContext, { kind, bookingId }: JobPayloads["messages.follow-visit"]): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const booking = await tx.booking.findUnique({ where: { id: bookingId }, select: { serviceId: true } });
    const appointment = await loadAppointment(tx, bookingId);
    if (booking === null || appointment === null) return;
    const now = app.clock.now();
    const service = await tx.service.findUniqueOrThrow({ where: { id: booking.serviceId }, select: { followUpAfterHours: true, comeBackAfterWeeks: true } });
    const window = afterVisitWindow(kind, appointment.facts.endsAt, service);
    const planned = planAfterVisit({ id: bookingId }, kind, appointment.patient);
    const verdict = await judge();
    if (verdict.ok && window !== null) {
      await keepManageLink(app, tx, appointment.facts.seriesId, window.closesAt + LATE_LINK_LIFE_MS);
      await planRows(tx, appointment, planned, now, { usefulUntil: window.closesAt });
    }
    await tx.notice.updateMany({ where: { kind, subjectId: bookingId, occasion: "visit" }, data: { outcome: verdict.ok ? "sent" : verdict.reason } });

    async function judge(): Promise<SendVerdict> {
      if (appointment === null || window === null) return doNotSend("The service says nothing after the visit.");
      if (now > window.closesAt) return tooLateToSend();
      if (planned.length === 0) return doNotSend("The person wants no such messages.");
      if (kind === "come-back" && (await hasLaterVisit(tx, bookingId))) return doNotSend("They have another visit.");
      return shouldStillSend(kind, appointment.facts, now);
    }
  });
}
