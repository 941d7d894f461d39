import Link from "next/link";
import type { ProviderCard } from "@/application/providers/provider-schemas";
import { formatLocal, zoneCity } from "@/domain/time/format-time";
import type { CivilDate } from "@/domain/time/calendar-day";
import { bookingHref } from "./booking-href";
import { shortDay } from "./soon-in-words";

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type NextTimesProps = { card: ProviderCard; /** In the zone the times are written in. */ today: CivilDate; /** Shown when it is not the visitor's own. */ zone: string | null; /** The way to meet that was searched for. */ mode: string };

/** The next three starts as buttons: booking begins here. */
export function NextTimes({ card, today, zone, mode }: NextTimesProps) {
  if (card.nextSlots.length === 0) {
    return <p className="rounded-lg bg-sunken px-4 py-3 text-sm text-muted">No free times at the moment. New ones appear here as soon as there are any.</p>;
  }
  return (
    <div>
      <p className="mb-2 text-sm text-muted">Next free{zone && `, ${zoneCity(zone)} time`}</p>
      <ul className="grid grid-cols-3 gap-2">
        {card.nextSlots.slice(0, 3).map((slot) => {
          const { time } = formatLocal(slot.localStart);
          const day = capitalized(shortDay(slot.localStart, today));
          return (
            <li key={`${slot.service} ${slot.startsAt}`}>
              <Link
                href={bookingHref(card.slug, slot, mode)}
                prefetch={false}
                className="flex min-h-15 flex-col items-center justify-center rounded-lg border border-line bg-raised px-2 py-1.5 transition-colors hover:border-primary hover:bg-primary-soft"
              >
                <span className="text-xs text-muted">{day}</span>
                <span className="time-figure text-lg leading-tight text-primary-ink">{time}</span>
                <span className="sr-only">with {card.name}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
