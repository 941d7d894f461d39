import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { normalizeReference } from "@/domain/booking/booking-reference";
import { Prisma } from "@/generated/prisma/client";
import { lockBookingRecord, subjectOf } from "./booking-record";
import type { BookingRefInput, BookingView } from "./booking-schemas";
import { toBookingView } from "./to-booking-view";

/** Notes that the patient will come, once. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT (not standing or already begun). */
export async function confirmAttendance(app: AppContext, { reference }: BookingRefInput): Promise<BookingView> {
  return decideAndWrite(app, async (sql, changes) => {
    const booking = await lockBookingRecord(sql, { reference: normalizeReference(reference) });
    authorize(app.actor, "booking.confirm-attendance", subjectOf(booking));
    const now = app.clock.now();
    if (booking.status !== "CONFIRMED" || booking.startsAt <= now) throw new AppError("STATUS_CONFLICT");
    if (booking.attendanceConfirmedAt !== null) return toBookingView(booking, now);
    changes.write("attending", Prisma.sql`UPDATE booking SET attendance_confirmed_at = ${new Date(now).toISOString()}::timestamptz WHERE id = ${booking.id}::uuid`);
    await audit(changes, app.actor, { action: "booking.confirm-attendance", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: { willCome: true } });
    return toBookingView({ ...booking, attendanceConfirmedAt: now }, now);
  });
}
