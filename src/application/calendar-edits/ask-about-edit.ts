import { planRows } from "@/application/messages/plan-rows";
import type { AppContext } from "@/application/shared/context";
import { MANY_DELETED, type EditSettlement } from "@/domain/calendar-sync/settle-edit";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** So long one letter speaks for every deletion that is asked about. */
const ONE_LETTER_MS = 60 * MINUTE_MS;

/** Asks the provider by e-mail what an edit shall mean, once for each edit; of many deletions at once, once for all of them. */
export async function askAboutEdit(app: AppContext, tx: Tx, edit: CalendarEdit, { refusal }: Extract<EditSettlement, { do: "ask" }>): Promise<void> {
  const now = app.clock.now();
  const isOneOfMany = refusal === MANY_DELETED;
  if (isOneOfMany && (await isAskedAlready(tx, edit, now))) return;
  const { email } = await tx.provider.findUniqueOrThrow({ where: { id: edit.providerId }, select: { email: true } });
  const template = isOneOfMany ? "calendar-deletions-question" : "calendar-edit-question";
  await planRows(tx, { providerId: edit.providerId, bookingId: isOneOfMany ? null : edit.bookingId }, planProviderMessage(`edit:${edit.id}`, template, email), now);
}

/** Whether another of many deletions was asked about lately and waits for its answer still. */
async function isAskedAlready(tx: Tx, { id, providerId }: CalendarEdit, now: number): Promise<boolean> {
  const other = await tx.calendarEdit.findFirst({ where: { id: { not: id }, providerId, state: "ASKED", refusal: MANY_DELETED, decidedAt: { gt: new Date(now - ONE_LETTER_MS) } }, select: { id: true } });
  return other !== null;
}
