"use client";

import FullCalendar, { type CalendarApi, type CalendarOptions } from "@fullcalendar/react";
import interactionPlugin from "@fullcalendar/react/interaction";
import britishLocale from "@fullcalendar/react/locales/en-gb";
import listPlugin from "@fullcalendar/react/list";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./schedule-calendar.css";
import { useEffect, useMemo, useRef } from "react";
import type { ScheduleBooking, ScheduleRangeView } from "@/application/schedule/schedule-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { BookingBlock } from "./booking-block";
import { ListLine } from "./list-line";
import { PendingMoveBlock } from "./pending-move-block";
import { asCalendarTime, bookingOf, fromCalendarTime, isPendingMove, scheduleEvents } from "./schedule-events";
import { viewName, type ScheduleView } from "./schedule-view";

type ScheduleCalendarProps = {
  view: ScheduleView;
  /** A local date within the shown days. */
  onDate: string;
  range: ScheduleRangeView;
  onOpen: (reference: string) => void;
  /** A visit was dropped elsewhere; `putBack` undoes the drop on screen. */
  onDrop: (booking: ScheduleBooking, localStart: string, putBack: () => void) => void;
  onTimeClick: (localStart: string) => void;
};

const PLUGINS = [timeGridPlugin, listPlugin, interactionPlugin, classicTheme];

/** The grid itself. All times are the provider's wall clock; the calendar believes them to be UTC. */
export default function ScheduleCalendar({ view, onDate, range, onOpen, onDrop, onTimeClick }: ScheduleCalendarProps) {
  const calendar = useRef<{ getApi(): CalendarApi }>(null);
  useEffect(() => {
    // After paint: the calendar flushes synchronously, which React refuses during an effect of its own.
    const timer = setTimeout(() => calendar.current?.getApi().changeView(viewName(view), onDate));
    return () => clearTimeout(timer);
  }, [view, onDate]);
  // The same list while nothing changed, so that reading again never disturbs a drag.
  const events = useMemo(() => scheduleEvents(range), [range]);
  const options: CalendarOptions = {
    plugins: PLUGINS,
    initialView: viewName(view),
    initialDate: onDate,
    timeZone: "UTC",
    now: () => asCalendarTime(range.now),
    events,
    headerToolbar: false,
    firstDay: 1,
    height: "auto",
    allDaySlot: false,
    nowIndicator: true,
    slotDuration: "00:15:00",
    slotHeaderInterval: "01:00:00",
    slotMinHeight: 20,
    slotMinTime: earliest(range),
    slotMaxTime: latest(range),
    eventMinHeight: 24,
    eventShortHeight: 40,
    slotEventOverlap: false,
    slotHeaderFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    dayHeaderContent: (info) => <DayHeading local={fromCalendarTime(info.date)} isToday={info.isToday} />,
    slotLaneClass: (info) => (info.isMinor ? "border-transparent!" : ""),
    slotHeaderClass: (info) => (info.isMinor ? "border-transparent!" : ""),
    locale: britishLocale,
    listDayHeaderContent: (info) => (info.level === 0 ? info.text : ""),
    listDayFormat: { weekday: "long", day: "numeric", month: "long" },
    displayEventTime: false,
    snapDuration: "00:15:00",
    longPressDelay: 350,
    eventInteractive: true,
    tableHeaderSticky: false,
    eventContent: (info) => {
      const booking = bookingOf(info.event.extendedProps);
      if (booking === null) return undefined;
      if (isPendingMove(info.event.extendedProps)) return <PendingMoveBlock booking={booking} />;
      return info.view.type.startsWith("list") ? <ListLine booking={booking} /> : <BookingBlock booking={booking} isShort={info.isShort} />;
    },
    columnEventClass: "border-0! bg-transparent! shadow-none!",
    columnEventInnerClass: "h-full w-full p-0!",
    backgroundEventTitleClass: "m-1 text-xs text-muted not-italic! opacity-100!",
    slotHeaderInnerClass: "text-xs text-muted",
    dayHeaderInnerClass: "py-1.5",
    noEventsContent: () => "Nothing is booked in these days.",
    eventClick: (info) => {
      const booking = bookingOf(info.event.extendedProps);
      if (booking !== null && booking.status !== "HELD") onOpen(booking.reference);
    },
    eventDrop: (info) => {
      const booking = bookingOf(info.event.extendedProps);
      if (booking === null || info.event.start === null) info.revert();
      else onDrop(booking, fromCalendarTime(info.event.start), info.revert);
    },
    dateClick: (info) => onTimeClick(fromCalendarTime(info.date)),
  };
  return (
    <div className="schedule-calendar" role="region" aria-label={`Schedule, ${formatLocal(`${onDate}T00:00`).date}`}>
      <FullCalendar ref={calendar} {...options} />
    </div>
  );
}

function DayHeading({ local, isToday }: { local: string; isToday: boolean }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className="text-sm text-muted">{formatLocal(local).weekdayShort}</span>
      <span className={isToday ? "time-figure grid size-7 place-items-center rounded-full bg-primary text-on-primary" : "time-figure grid size-7 place-items-center"}>{Number(local.slice(8, 10))}</span>
    </span>
  );
}

type Span = { start: string; end: string };

const visible = (range: ScheduleRangeView): Span[] => [...range.bookings, ...range.bookings.flatMap(({ edit }) => edit?.to ?? []), ...openHours(range)];

/** What lies between the closed stretches of the range. */
function openHours({ closed }: ScheduleRangeView): Span[] {
  return closed.slice(1).map((next, index) => ({ start: closed[index]?.end ?? next.start, end: next.start }));
}

const hourOf = (local: string) => Number(local.slice(11, 13));

function earliest(range: ScheduleRangeView): string {
  const first = Math.min(8, ...visible(range).map(({ start }) => hourOf(start) - 1));
  return `${String(Math.max(0, first)).padStart(2, "0")}:00:00`;
}

function latest(range: ScheduleRangeView): string {
  const ends = visible(range).map(({ start, end }) => (end.slice(0, 10) === start.slice(0, 10) ? hourOf(end) + 2 : 24));
  return `${String(Math.min(24, Math.max(18, ...ends))).padStart(2, "0")}:00:00`;
}
