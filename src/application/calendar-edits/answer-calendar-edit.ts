import { subjectOf } from "@/application/booking/booking-record";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { dequeue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { settleEdit } from "@/domain/calendar-sync/settle-edit";
import type { Tx } from "@/platform/db";
import { assessWanted } from "./assess-wanted";
import { beginEdit, wantedOf, type BegunEdit } from "./begin-edit";
import type { AnswerEditInput } from "./calendar-edit-schemas";
import { carryOutEdit } from "./carry-out-edit";
import { loadEditPolicy } from "./edit-policy";
import { readEdit, settleKey } from "./edit-rows";
import { giveWay } from "./give-way";
import { pushAgain } from "./push-again";

/**
 * A person's answer to a change made in Google, whether they are asked or its undo window still runs: follow it, also over
 * the rules and then as an overbooking, or put the event back. Once the booking itself was changed, the event goes back
 * whatever the answer; once the visit has begun it stays, and a deletion only takes its event out of the calendar. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT.
 */
export async function answerCalendarEdit(app: AppContext, { editId, answer }: AnswerEditInput): Promise<void> {
  const tooLate = await inTransaction(app, async (tx): Promise<string | null> => {
    const begun = await beginEdit(tx, editId);
    if (begun === null) throw new AppError("NOT_FOUND");
    const { edit, booking } = begun;
    authorize(app.actor, "calendar-edit.decide", subjectOf(booking));
    const now = new Date(app.clock.now());
    if (answer === "read") {
      await tx.calendarEdit.update({ where: { id: editId }, data: { dismissedAt: now } });
      return null;
    }
    if (edit.state !== "WAITING" && edit.state !== "ASKED") throw new AppError("STATUS_CONFLICT", { message: "This change was settled meanwhile." });
    await dequeue(tx, settleKey(edit.seriesId));
    if (!begun.isCurrent) {
      await giveWay(app, tx, begun);
      return answer === "accept" ? "The booking was changed meanwhile, so what is booked counts, and the event goes back." : null;
    }
    await audit(tx, app.actor, { action: "calendar-edit.decide", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: { kind: edit.kind, answer } });
    if (answer === "accept") return accept(app, tx, begun);
    await pushAgain(tx, booking);
    await tx.calendarEdit.update({ where: { id: editId }, data: { state: "PUT_BACK", refusal: "KEEPS_OURS", decidedAt: now, dismissedAt: now } });
    return null;
  });
  if (tooLate !== null) throw new AppError("STATUS_CONFLICT", { message: tooLate });
}

/** Follows the edit; answers why that was too late where the question is settled all the same. */
async function accept(app: AppContext, tx: Tx, begun: BegunEdit): Promise<string | null> {
  const { followsLength } = await loadEditPolicy(tx, begun.edit.providerId);
  const wanted = wantedOf(begun, { followsLength });
  const now = app.clock.now();
  const refusal = wanted && (await assessWanted(tx, begun.booking, wanted, now));
  const settlement = settleEdit(readEdit(begun.edit), begun.booking, { answer: "FOLLOW_GOOGLE", impossible: "MOVE_ANYWAY", followsLength }, refusal, { hasBegun: begun.booking.startsAt <= now });
  if (settlement.do === "push-back") throw new AppError("STATUS_CONFLICT", { message: "The visit cannot take that time. Put the event back, or move the visit to another one." });
  await carryOutEdit(app, tx, begun, settlement, app.actor);
  return settlement.do === "let-go" ? "The visit had begun before you answered, so it stays; only its event is gone." : null;
}
