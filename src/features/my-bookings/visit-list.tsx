import { ChevronRight } from "lucide-react";
import type { OwnBookingView } from "@/application/booking/booking-schemas";
import { formatDate, formatLocal, zoneInWords } from "@/domain/time/format-time";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { Avatar } from "@/ui/avatar";
import { StatusChip } from "@/ui/status-chip";
import { VideoLine } from "./video-line";
import { visitState } from "./visit-state";

type VisitListProps = { bookings: readonly OwnBookingView[]; /** Epoch ms. */ now: number };

/** Appointments, each leading to its own page while its link is valid. */
export function VisitList({ bookings, now }: VisitListProps) {
  return (
    <ul className="grid gap-3">
      {bookings.map((booking) => (
        <li key={booking.reference}>
          <VisitRow booking={booking} now={now} />
        </li>
      ))}
    </ul>
  );
}

function VisitRow({ booking, now }: { booking: OwnBookingView; now: number }) {
  const { time } = formatLocal(booking.localStart);
  const state = visitState(booking, now);
  const onDate = booking.localStart.slice(0, 10);
  const year = onDate.slice(0, 4);
  const isOtherYear = year !== new Date(now).toISOString().slice(0, 4);
  const path = booking.manageUrl && new URL(booking.manageUrl).pathname;
  const content = (
    <>
      <div className="min-w-0 grow">
        <p className={state.isComing ? "text-lg font-semibold tracking-tight" : "font-medium"}>
          {formatDate(onDate, undefined, isOtherYear)}, <span className={state.isComing ? "text-primary-ink tabular-nums" : "tabular-nums"}>{time}</span>
          <span className="ml-2 text-sm font-normal tracking-normal text-muted">{zoneInWords(booking.timeZone)}</span>
        </p>
        <div className="mt-2 flex items-center gap-2.5">
          <Avatar name={booking.provider.name} portrait={{ seed: booking.provider.portraitSeed }} size="sm" />
          <p className="min-w-0 text-sm">
            {booking.provider.name}
            <span className="block text-muted">
              {booking.service.name}, {VISIT_MODE_WORDS[booking.mode].toLowerCase()}
              {booking.mode === "IN_PERSON" && booking.location && `, ${booking.location.city}`}
            </span>
          </p>
        </div>
      </div>
      <StatusChip tone={state.tone} className="self-start">
        {state.label}
      </StatusChip>
    </>
  );
  const row = "flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:flex-nowrap sm:p-5";
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-raised transition-colors has-[>a:hover]:border-primary">
      {path ? (
        <a href={path} rel="noreferrer" className={row}>
          {content}
          <ChevronRight aria-hidden="true" className="size-5 text-muted max-sm:hidden" />
        </a>
      ) : (
        <div className={row}>{content}</div>
      )}
      {state.isComing && booking.mode === "ONLINE" && booking.status !== "PENDING" && <VideoLine booking={booking} />}
    </div>
  );
}
