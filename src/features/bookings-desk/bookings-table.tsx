import { CloudAlert, UserRoundCheck, VideoOff } from "lucide-react";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { BookingStatusChip } from "./booking-status-chip";
import { QuickAction } from "./quick-action";
import { endOf, timeRange } from "./time-range-words";

/** A link that is ready needs no word. */
const VIDEO_WORDS: Readonly<Partial<Record<StaffBookingView["meet"]["status"], string>>> = { pending: "The video link is being made.", failed: "The video link could not be made." };

/** Bookings in rows; the patient's name opens the panel. */
export function BookingsTable({ bookings, onOpen }: { bookings: readonly StaffBookingView[]; onOpen: (reference: string) => void }) {
  return (
    <DataTable caption="Bookings">
      <TableHead>
        <HeaderCell>When</HeaderCell>
        <HeaderCell>Patient</HeaderCell>
        <HeaderCell>Service</HeaderCell>
        <HeaderCell>Status</HeaderCell>
        <HeaderCell>
          <span className="sr-only">Next step</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {bookings.map((booking) => (
          <TableRow key={booking.id} className="cursor-pointer" onClick={() => onOpen(booking.reference)}>
            <TableCell label="When">
              <When booking={booking} />
            </TableCell>
            <TableCell label="Patient">
              <button
                type="button"
                className="min-h-6 text-left font-medium underline-offset-3 hover:underline"
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(booking.reference);
                }}
              >
                {booking.patient?.name ?? booking.patientName}
              </button>
              <span className="block text-sm text-muted">{booking.reference}</span>
            </TableCell>
            <TableCell label="Service">
              {booking.service.name}
              <span className="block text-sm text-muted">{VISIT_MODE_WORDS[booking.mode]}</span>
            </TableCell>
            <TableCell label="Status">
              <span className="inline-flex flex-wrap items-center gap-1.5">
                <BookingStatusChip status={booking.status} calendarWait={booking.calendarWait} />
                {booking.attendanceConfirmedAt !== null && (
                  <span title="The patient has confirmed that they will come." className="text-success-ink">
                    <UserRoundCheck aria-hidden="true" className="size-4" />
                    <span className="sr-only">Will come</span>
                  </span>
                )}
                {VIDEO_WORDS[booking.meet.status] && (
                  <span title={VIDEO_WORDS[booking.meet.status]} className={booking.meet.status === "failed" ? "text-danger-ink" : "text-pending-ink"}>
                    <VideoOff aria-hidden="true" className="size-4" />
                    <span className="sr-only">{VIDEO_WORDS[booking.meet.status]}</span>
                  </span>
                )}
                {booking.sync.state === "failed" && (
                  <span title={booking.sync.sentence} className="text-danger-ink">
                    <CloudAlert aria-hidden="true" className="size-4" />
                    <span className="sr-only">{booking.sync.sentence}</span>
                  </span>
                )}
              </span>
            </TableCell>
            <TableCell className="sm:text-right" onClick={(event) => event.stopPropagation()}>
              <QuickAction booking={booking} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </DataTable>
  );
}

function When({ booking }: { booking: StaffBookingView }) {
  const start = booking.providerLocalStart;
  const { weekdayShort, dayMonthShort } = formatLocal(start);
  return (
    <>
      <span className="time-figure block whitespace-nowrap">{timeRange(start, endOf(start, booking.service.durationMinutes))}</span>
      <span className="block text-sm whitespace-nowrap text-muted">{`${weekdayShort} ${dayMonthShort}`}</span>
    </>
  );
}
