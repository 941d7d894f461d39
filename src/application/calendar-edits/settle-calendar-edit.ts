import { uuidv7 } from "uuidv7";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import type { Actor } from "@/application/shared/actor";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { MANY_DELETED, settleEdit } from "@/domain/calendar-sync/settle-edit";
import type { Tx } from "@/platform/db";
import { assessWanted } from "./assess-wanted";
import { beginEdit, wantedOf, type BegunEdit } from "./begin-edit";
import { brakeDeletions } from "./brake-deletions";
import { carryOutEdit } from "./carry-out-edit";
import { loadEditPolicy } from "./edit-policy";
import { readEdit, settleKey } from "./edit-rows";
import { findInOtherCalendar } from "./find-in-other-calendar";
import { giveWay } from "./give-way";

/**
 * Does what the provider's policy says with an edit made in Google, once its undo window has passed. An event that was not
 * deleted but moved to another of their calendars goes back, whatever the policy: bookings stand where they receive them.
 */
export async function settleCalendarEdit(app: AppContext, editId: string): Promise<void> {
  authorize(app.actor, "calendar-edit.settle");
  const wentTo = await findWhereItWent(app, editId);
  await inTransaction(app, async (tx) => {
    const begun = await beginEdit(tx, editId);
    if (begun?.edit.state !== "WAITING") return;
    const { edit, booking } = begun;
    const now = app.clock.now();
    if (edit.applyAt.getTime() > now) return enqueue(tx, "calendar.settle-edit", { editId }, { key: settleKey(edit.seriesId), runAt: edit.applyAt.getTime(), queue: calendarQueue(edit.providerId) });
    if (wentTo !== null) await tx.calendarEventLeftover.createMany({ data: [{ id: uuidv7(), seriesId: edit.seriesId, calendarId: wentTo, eventId: eventIdOf(edit.seriesId) }], skipDuplicates: true });
    if (!begun.isCurrent) return giveWay(app, tx, begun);
    if (wentTo !== null) return carryOutEdit(app, tx, begun, { do: "push-back", refusal: "OTHER_CALENDAR" }, app.actor);
    const policy = await loadEditPolicy(tx, edit.providerId);
    const wanted = wantedOf(begun, policy);
    const refusal = wanted && (await assessWanted(tx, booking, wanted, now));
    // Reads of two pages or calendars at once may not have seen each other's deletions.
    const oneOfMany = edit.refusal === MANY_DELETED || (await brakeDeletions(app, tx, edit.providerId, [edit])).includes(editId);
    const settlement = settleEdit(readEdit(edit), booking, policy, refusal, { hasBegun: booking.startsAt <= now, oneOfMany });
    await carryOutEdit(app, tx, begun, settlement, await calendarActor(tx, begun));
  });
}

/** The other calendar in which the event of a deletion that is due stands; null for everything else. */
async function findWhereItWent(app: AppContext, editId: string): Promise<string | null> {
  const due = await app.db.calendarEdit.findFirst({ where: { id: editId, kind: "CANCEL", state: "WAITING", applyAt: { lte: new Date(app.clock.now()) } }, select: { seriesId: true, providerId: true } });
  return due && findInOtherCalendar(app, due);
}

/** Whoever edited the event did it in this calendar. */
async function calendarActor(tx: Tx, { edit }: BegunEdit): Promise<Actor> {
  const link = await tx.calendarEventLink.findUnique({ where: { seriesId: edit.seriesId }, select: { calendarId: true } });
  return { kind: "google", providerId: edit.providerId, calendarId: link?.calendarId ?? edit.id };
}
