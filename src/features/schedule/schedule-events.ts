import type { EventInput } from "@fullcalendar/react";
import type { ScheduleBooking, ScheduleRangeView } from "@/application/schedule/schedule-schemas";

/** Wall-clock times are given to the calendar as if they were UTC, so that nobody's zone data is asked. */
export const asCalendarTime = (local: string): string => `${local}:00Z`;

/** "2026-11-24T15:30" of a time the calendar hands back. */
export const fromCalendarTime = (at: Date): string => at.toISOString().slice(0, 16);

const MOVABLE = new Set<ScheduleBooking["status"]>(["PENDING", "CONFIRMED"]);

/** What the calendar draws: visits, time taken by calendars, leave and closed hours. */
export function scheduleEvents(range: ScheduleRangeView): EventInput[] {
  const spans = (list: readonly { start: string; end: string }[], kind: string) =>
    list.map(({ start, end }, index): EventInput => ({ id: `${kind}-${index}`, start: asCalendarTime(start), end: asCalendarTime(end), display: "background", className: `schedule-${kind}`, extendedProps: { kind } }));
  return [
    ...spans(range.closed, "closed"),
    ...spans(range.leave, "leave").map((event, index) => ({ ...event, title: range.leave[index]?.label ?? "Leave" })),
    ...spans(range.busy, "busy").map((event) => ({ ...event, title: "Busy" })),
    ...range.bookings.flatMap((booking) => pendingMove(booking)),
    ...range.bookings.map(
      (booking): EventInput => ({
        id: booking.reference + booking.start,
        title: booking.patientName,
        start: asCalendarTime(booking.start),
        end: asCalendarTime(booking.end),
        editable: MOVABLE.has(booking.status),
        durationEditable: false,
        extendedProps: { kind: "booking", booking },
      }),
    ),
  ];
}

/** Where a visit is about to go, since its event was moved in Google. */
function pendingMove(booking: ScheduleBooking): EventInput[] {
  const { edit } = booking;
  if (edit?.to == null) return [];
  return [{ id: `pending-${edit.id}`, title: booking.patientName, start: asCalendarTime(edit.to.start), end: asCalendarTime(edit.to.end), editable: false, extendedProps: { kind: "pending-move", booking } }];
}

/** Whether a drawn event is where its visit is about to go. */
export const isPendingMove = (props: Record<string, unknown>): boolean => props.kind === "pending-move";

/** The booking behind a drawn event; null for everything else. */
export function bookingOf(props: Record<string, unknown>): ScheduleBooking | null {
  return isBooking(props.booking) ? props.booking : null;
}

const isBooking = (value: unknown): value is ScheduleBooking => typeof value === "object" && value !== null && "reference" in value && "serviceSlug" in value;
