import { phoneView } from "@/application/shared/phone-view";
import { staffCommands } from "@/domain/booking/staff-commands";
import type { BookingRecord } from "./booking-record";
import type { StaffBookingView } from "./booking-schemas";
import { toBookingView } from "./to-booking-view";

const SYNC_SENTENCES = {
  none: "No calendar is connected for this booking.",
  pending: "The calendar is being updated.",
  synced: "The calendar shows this booking.",
  failed: "The calendar could not be updated; it is tried again.",
  removed: "The event was taken out of the calendar.",
} as const;

const syncStateOf = ({ event }: BookingRecord): keyof typeof SYNC_SENTENCES =>
  event === null ? "none" : ({ PENDING: "pending", SYNCED: "synced", FAILED: "failed", REMOVED: "removed" } as const)[event.state];

/** A booking as the clinic sees it at `now` (epoch ms). `reason` is given only where the viewer may read it. */
export function toStaffBookingView(booking: BookingRecord, now: number, reason: string | null = null): StaffBookingView {
  const state = syncStateOf(booking);
  return {
    ...toBookingView(booking, now),
    id: booking.id,
    providerId: booking.providerId,
    source: booking.source,
    isOverbook: booking.isOverbook,
    overrideReason: booking.overrideReason,
    ending: booking.cancellationNote === null ? null : { by: booking.cancelledBy === "patient" ? "patient" : "clinic", note: booking.cancellationNote },
    patient: booking.patient && { name: booking.patient.name, email: booking.patient.email, ...phoneView(booking.patient.phone) },
    reason,
    sync: { state, sentence: SYNC_SENTENCES[state], isDeclined: booking.event?.isDeclined ?? false },
    version: booking.version,
    attendanceConfirmedAt: booking.attendanceConfirmedAt === null ? null : new Date(booking.attendanceConfirmedAt).toISOString(),
    createdAt: new Date(booking.createdAt).toISOString(),
    actions: staffCommands(booking, now),
  };
}
