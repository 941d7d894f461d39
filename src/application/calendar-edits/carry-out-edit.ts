import type { BookingRecord } from "@/application/booking/booking-record";
import { findBookingRecord } from "@/application/booking/booking-record";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { reinstateBooking } from "@/application/booking/reinstate-booking";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import type { Actor } from "@/application/shared/actor";
import type { AppContext } from "@/application/shared/context";
import { sqlOf } from "@/application/shared/sql";
import type { EditSettlement } from "@/domain/calendar-sync/settle-edit";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { Tx } from "@/platform/db";
import { askAboutEdit } from "./ask-about-edit";
import type { BegunEdit } from "./begin-edit";
import { letGo } from "./let-go";
import { pushAgain } from "./push-again";

/** Does what was settled through the verbs of booking, as `actor`, and writes it into the edit; in the caller's transaction. */
export async function carryOutEdit(app: AppContext, tx: Tx, { edit, booking }: BegunEdit, settlement: EditSettlement, actor: Actor): Promise<void> {
  const acting = { ...app, sql: sqlOf(tx), actor };
  const { reference } = booking;
  const decidedAt = new Date(app.clock.now());
  const record = (data: { state: "APPLIED" | "PUT_BACK" | "ASKED"; refusal?: string | null; resultBookingId?: string }) =>
    tx.calendarEdit.update({ where: { id: edit.id }, data: { decidedAt, ...data } });
  switch (settlement.do) {
    case "move": {
      const { startsAt, endsAt } = settlement.to;
      await rescheduleBooking(acting, { reference, startsAt: new Date(startsAt).toISOString(), durationMinutes: (endsAt - startsAt) / MINUTE_MS, override: { reason: "Moved in Google Calendar" } });
      await record({ state: "APPLIED", refusal: settlement.refusal, resultBookingId: (await currentOf(tx, booking)).id });
      return;
    }
    case "cancel":
      await cancelBooking(acting, { reference, reason: "Deleted in Google Calendar" });
      await record({ state: "APPLIED", resultBookingId: booking.id });
      return;
    case "let-go":
      await letGo(tx, booking.seriesId);
      await tx.calendarEdit.delete({ where: { id: edit.id } });
      return;
    case "revive":
      await reinstateBooking(acting, { reference, startsAt: settlement.to.startsAt });
      await record({ state: "APPLIED", resultBookingId: (await currentOf(tx, booking)).id });
      return;
    case "push-back":
      await pushAgain(tx, booking);
      await record({ state: "PUT_BACK", refusal: settlement.refusal });
      return;
    case "ask":
      await record({ state: "ASKED", refusal: settlement.refusal });
      await askAboutEdit(app, tx, edit, settlement);
  }
}

async function currentOf(tx: Tx, { seriesId }: BookingRecord): Promise<{ id: string }> {
  const current = await findBookingRecord(sqlOf(tx), { seriesId });
  if (current === null) throw new Error("a series without a current booking");
  return current;
}
