import { calendarQueue } from "@/application/calendar/calendar-queue";
import type { Actor } from "@/application/shared/actor";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { settleEdit } from "@/domain/calendar-sync/settle-edit";
import type { Tx } from "@/platform/db";
import { assessWanted } from "./assess-wanted";
import { beginEdit, wantedOf, type BegunEdit } from "./begin-edit";
import { carryOutEdit } from "./carry-out-edit";
import { loadEditPolicy } from "./edit-policy";
import { readEdit, settleKey } from "./edit-rows";
import { giveWay } from "./give-way";

/** Does what the provider's policy says with an edit made in Google, once its undo window has passed. */
export async function settleCalendarEdit(app: AppContext, editId: string): Promise<void> {
  authorize(app.actor, "calendar-edit.settle");
  await inTransaction(app, async (tx) => {
    const begun = await beginEdit(tx, editId);
    if (begun?.edit.state !== "WAITING") return;
    const { edit, booking } = begun;
    const now = app.clock.now();
    if (edit.applyAt.getTime() > now) return enqueue(tx, "calendar.settle-edit", { editId }, { key: settleKey(edit.seriesId), runAt: edit.applyAt.getTime(), queue: calendarQueue(edit.providerId) });
    if (!begun.isCurrent) return giveWay(app, tx, begun);
    const policy = await loadEditPolicy(tx, edit.providerId);
    const wanted = wantedOf(begun, policy);
    const settlement = settleEdit(readEdit(edit), booking, policy, wanted && (await assessWanted(tx, booking, wanted, now)), booking.startsAt <= now);
    await carryOutEdit(app, tx, begun, settlement, await calendarActor(tx, begun));
  });
}

/** Whoever edited the event did it in this calendar. */
async function calendarActor(tx: Tx, { edit }: BegunEdit): Promise<Actor> {
  const link = await tx.calendarEventLink.findUnique({ where: { seriesId: edit.seriesId }, select: { calendarId: true } });
  return { kind: "google", providerId: edit.providerId, calendarId: link?.calendarId ?? edit.id };
}
