import { loadEditViews } from "@/application/calendar-edits/list-calendar-edits";
import { findRefusedMail } from "@/application/mail-refusals/find-refused-mail";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { inTransaction } from "@/application/shared/transaction";
import { normalizeReference } from "@/domain/booking/booking-reference";
import { getBookingRecord, subjectOf } from "./booking-record";
import type { BookingRefInput, StaffBookingDetails } from "./booking-schemas";
import { bookingTimeline } from "./booking-timeline";
import { readReason } from "./read-reason";
import { toStaffBookingView } from "./to-staff-booking-view";

/** One booking for the clinic, with its story; with the reason for the visit for the provider alone, and that reading is audited. Throws NOT_FOUND, NOT_ALLOWED. */
export async function getBooking(app: AppContext, { reference }: BookingRefInput): Promise<StaffBookingDetails> {
  const booking = await getBookingRecord(readSql(app), { reference: normalizeReference(reference) });
  authorize(app.actor, "booking.list", subjectOf(booking));
  const reason = await readReason(app, booking);
  if (reason !== null) {
    await inTransaction(app, (tx) => audit(tx, app.actor, { action: "booking.read-reason", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId }));
  }
  const [edit = null] = await loadEditViews(app, { id: booking.providerId, timeZone: booking.timeZone }, { seriesId: booking.seriesId });
  const refusedMail = await findRefusedMail(app.db, { providerId: booking.providerId, email: booking.patient?.email ?? null });
  return { ...toStaffBookingView(booking, app.clock.now(), reason), timeline: await bookingTimeline(app, booking), edit, refusedMail };
}
