"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ScheduleBooking } from "@/application/schedule/schedule-schemas";
import { zoneInWords } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { BookingPanel } from "@/features/bookings-desk/booking-panel";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { MoveDialog } from "@/features/bookings-desk/move-dialog";
import { NewBookingDialog } from "@/features/bookings-desk/new-booking-dialog";
import { OpenEdits } from "@/features/calendar-edits/open-edits";
import { WaitingRequests } from "@/features/calendar-outage/waiting-requests";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { useNarrowScreen } from "@/features/bookings-desk/use-narrow-screen";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { ScheduleHelp } from "./schedule-help";
import { ScheduleLegend } from "./schedule-legend";
import { ScheduleToolbar } from "./schedule-toolbar";
import { shownDays, stepTo, type ScheduleView } from "./schedule-view";
import { useScheduleKeys, type ScheduleKeys } from "./use-schedule-keys";

// The calendar measures the page, which a server cannot.
const ScheduleCalendar = dynamic(() => import("./schedule-calendar"), { ssr: false, loading: () => <CalendarSkeleton /> });

/** How often an open schedule reads what changed. */
const REFRESH_MS = 3_000;

type Moving = { booking: ScheduleBooking; localStart: string; putBack: () => void };

export function SchedulePage() {
  const { owner } = useDesk();
  if (owner === null) return <NoProviderYet />;
  return <ScheduleOf key={owner.id} providerId={owner.id} timeZone={owner.timeZone} today={owner.today} />;
}

function ScheduleOf({ providerId, timeZone, today }: { providerId: string; timeZone: string; today: string }) {
  const trpc = useTRPC();
  const isNarrow = useNarrowScreen();
  const [chosenView, setChosenView] = useState<ScheduleView | null>(null);
  const [onDate, setOnDate] = useState(today);
  const [open, setOpen] = useState<string | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [booking, setBooking] = useState<{ localStart?: string } | null>(null);
  const [showsHelp, setShowsHelp] = useState(false);
  const view = chosenView ?? (isNarrow ? "day" : "week");
  const { data: range, error, refetch } = useQuery({
    ...trpc.schedule.range.queryOptions({ providerId, ...shownDays(view, onDate) }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const acts: ScheduleKeys = {
    today: () => setOnDate(range?.now.slice(0, 10) ?? today),
    back: () => setOnDate((date) => stepTo(view, date, -1)),
    forward: () => setOnDate((date) => stepTo(view, date, 1)),
    newBooking: () => setBooking({}),
    help: () => setShowsHelp(true),
  };
  useScheduleKeys(acts);
  return (
    <>
      <ScheduleToolbar view={view} onDate={onDate} acts={acts} onViewChange={setChosenView} />
      {error !== null && (
        <Alert tone="danger" announce="polite" title={range ? "These times may be out of date" : "The schedule could not be read"} className="mb-4" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      <OpenEdits providerId={providerId} onOpen={setOpen} />
      <WaitingRequests providerId={providerId} onOpen={setOpen} />
      {range ? (
        <ScheduleCalendar
          view={view}
          onDate={onDate}
          range={range}
          onOpen={setOpen}
          onDrop={(dropped, localStart, putBack) => setMoving({ booking: dropped, localStart, putBack })}
          onTimeClick={(localStart) => setBooking({ localStart })}
        />
      ) : (
        error === null && <CalendarSkeleton />
      )}
      <ScheduleLegend zone={zoneInWords(timeZone)} />
      <BookingPanel reference={open} onClose={() => setOpen(null)} />
      {moving !== null && (
        <MoveDialog
          booking={{ ...moving.booking, providerId, service: moving.booking.serviceSlug, localStart: moving.booking.start, timeZone }}
          toLocalStart={moving.localStart}
          onClose={() => {
            moving.putBack();
            setMoving(null);
          }}
        />
      )}
      {booking !== null && (
        <NewBookingDialog
          {...booking}
          today={range?.now.slice(0, 10) ?? today}
          onClose={() => setBooking(null)}
          onBooked={(reference) => {
            setBooking(null);
            setOpen(reference);
          }}
        />
      )}
      <ScheduleHelp open={showsHelp} onOpenChange={setShowsHelp} />
    </>
  );
}

function CalendarSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Reading the schedule</span>
      <Skeleton className="h-[46rem]" />
    </div>
  );
}
