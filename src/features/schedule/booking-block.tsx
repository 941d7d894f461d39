import { cva } from "class-variance-authority";
import { ArrowLeftRight, CloudAlert, Phone, ThumbsUp, TriangleAlert, UserX, Video } from "lucide-react";
import type { ScheduleBooking } from "@/application/schedule/schedule-schemas";
import { BOOKING_STATUS } from "@/features/bookings-desk/booking-status";
import { BookingStatusIcon } from "@/features/bookings-desk/booking-status-icon";
import { timeRange } from "@/features/bookings-desk/time-range-words";
import type { StatusTone } from "@/ui/status-tone";

const blockClasses = cva("flex h-full w-full min-w-0 overflow-hidden rounded-sm border-l-3 px-1.5 text-left leading-snug", {
  variants: {
    tone: {
      neutral: "border-l-control bg-sunken text-muted dark:bg-line dark:text-ink",
      success: "border-l-success bg-success-soft text-success-ink",
      pending: "border-l-pending bg-pending-soft text-pending-ink",
      danger: "border-l-danger bg-danger-soft text-danger-ink",
      info: "border-l-info bg-info-soft text-info-ink",
    },
    isShort: { true: "items-center gap-1.5 py-0", false: "flex-col py-1" },
  },
});

/** From this length on a third line fits into the block. */
const LINES_FIT_MINUTES = 40;

const minutesOf = ({ start, end }: ScheduleBooking): number => (Date.parse(`${end}:00Z`) - Date.parse(`${start}:00Z`)) / 60_000;

const toneOf = ({ status }: ScheduleBooking): StatusTone => BOOKING_STATUS[status].tone;

/** A visit in the grid: who and when, its state by colour and icon, with the state's word read aloud. */
export function BookingBlock({ booking, isShort }: { booking: ScheduleBooking; isShort: boolean }) {
  const { status, patientName, serviceName, mode, sync, isOverbook, isDeclined, edit, willCome } = booking;
  return (
    <div className={blockClasses({ tone: toneOf(booking), isShort })}>
      <p className="flex shrink-0 items-center gap-1 text-xs">
        <BookingStatusIcon status={status} className="size-3.5" />
        <span className="time-figure shrink-0">{isShort ? booking.start.slice(11) : timeRange(booking.start, booking.end)}</span>
        <span className="sr-only">{BOOKING_STATUS[status].label}</span>
        {mode === "ONLINE" && !isShort && <Video aria-label="Video" className="size-3.5" />}
        {mode === "PHONE" && !isShort && <Phone aria-label="Phone" className="size-3.5" />}
        {willCome && <ThumbsUp aria-label="The patient will come" className="size-3.5" />}
        {isOverbook && <TriangleAlert aria-label="Booked over other time" className="size-3.5" />}
        {edit !== null && <ArrowLeftRight aria-label="Changed in Google" className="size-3.5 text-pending-ink" />}
        {isDeclined && <UserX aria-label="Declined in Google" className="size-3.5" />}
        {sync === "failed" && <CloudAlert aria-label="Calendar not updated" className="size-3.5 text-danger-ink" />}
      </p>
      <p className={isShort ? "min-w-0 truncate text-sm font-medium text-ink" : "shrink-0 truncate text-sm font-medium text-ink"}>{patientName}</p>
      {minutesOf(booking) >= LINES_FIT_MINUTES && <p className="shrink-0 truncate text-xs">{serviceName}</p>}
    </div>
  );
}
