import Link from "next/link";
import type { ProviderCard } from "@/application/providers/provider-schemas";
import { dayInWords, formatLocal, zoneInWords } from "@/domain/time/format-time";
import type { CivilDate } from "@/domain/time/calendar-day";
import { Avatar } from "@/ui/avatar";
import { buttonClasses } from "@/ui/button-classes";
import { bookingHref } from "./booking-href";

type NextOfferProps = { /** The person who is free soonest; null when nobody is. */ card: ProviderCard | null; /** In the zone the times are written in. */ today: CivilDate; zone: string; /** The way to meet that was searched for. */ mode: string };

/** The page's headline is an offer: the soonest real free time, one tap away. */
export function NextOffer({ card, today, zone, mode }: NextOfferProps) {
  const slot = card?.nextSlots[0];
  if (!card || !slot) {
    return (
      <header className="py-10 sm:py-14">
        <h1 className="max-w-2xl text-3xl sm:text-[2.75rem]">Find a time, and it is yours.</h1>
        <p className="mt-3 max-w-prose text-muted">Every time shown here is really free. Choosing one keeps it for you while you fill in your name.</p>
      </header>
    );
  }
  const { time } = formatLocal(slot.localStart);
  return (
    <header className="py-10 sm:py-14">
      <h1 className="max-w-3xl text-3xl sm:text-[2.75rem] sm:leading-[1.1]">
        You could be seen {dayInWords(slot.localStart.slice(0, 10), today)} at <span className="whitespace-nowrap text-primary-ink tabular-nums">{time}</span>.
      </h1>
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="flex items-center gap-3">
          <Avatar name={card.name} portrait={{ seed: card.portraitSeed }} className="size-12" />
          <p>
            <span className="block font-medium">{card.name}</span>
            <span className="block text-sm text-muted">
              {card.title}
              {card.place && `, ${card.place.city}`}. {zoneInWords(zone)}.
            </span>
          </p>
        </div>
        <Link href={bookingHref(card.slug, slot, mode)} prefetch={false} className={buttonClasses({ size: "lg" })}>
          Take {time}
        </Link>
      </div>
    </header>
  );
}
