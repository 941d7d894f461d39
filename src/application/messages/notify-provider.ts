import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { inTime } from "@/domain/messages/decide-notice";
import { noticeWindow } from "@/domain/messages/notice-window";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { doNotSend, SEND } from "@/domain/messages/send-verdict";
import { agendaOf } from "./notices/load-agenda";
import { weekPromptOf } from "./notices/load-week-prompt";
import { planRows } from "./plan-rows";

/**
 * Plans what a provider is told by the clock on one of their dates, once. What comes after its window is kept as expired, so
 * that the delivery log says so.
 */
export async function notifyProvider(app: AppContext, { kind, providerId, onDate }: JobPayloads["messages.notify-provider"]): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const provider = await tx.provider.findUnique({ where: { id: providerId }, select: { email: true, timeZone: true } });
    if (provider === null) return;
    const now = app.clock.now();
    const said = await (kind === "provider-agenda" ? agendaOf : weekPromptOf)(tx, providerId, onDate);
    const window = noticeWindow(kind, onDate, provider.timeZone);
    const verdict = inTime(typeof said === "string" ? doNotSend(said) : SEND, window, now);
    if (verdict.ok || verdict.isTooLate) {
      const planned = planProviderMessage(`${providerId}:${onDate}`, kind, provider.email);
      await planRows(tx, { providerId, bookingId: null }, planned, now, { usefulUntil: window.closesAt, ...(!verdict.ok && { expired: verdict.reason }) });
    }
    await tx.notice.updateMany({ where: { kind, subjectId: providerId, occasion: onDate }, data: { outcome: verdict.ok ? "sent" : verdict.reason } });
  });
}
