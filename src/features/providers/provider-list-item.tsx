import Link from "next/link";
import { Languages, MapPin, Tag } from "lucide-react";
import type { ProviderCard } from "@/application/providers/provider-schemas";
import type { CivilDate } from "@/domain/time/calendar-day";
import { Avatar } from "@/ui/avatar";
import { priceSpan } from "./format-price";
import { languageList } from "./language-names";
import { NextTimes } from "./next-times";
import { modesInWords } from "./visit-mode-words";

type ProviderListItemProps = { card: ProviderCard; today: CivilDate; zone: string | null; mode: string };

/** One person in the results: who, where, from what price, and the next times to take. */
export function ProviderListItem({ card, today, zone, mode }: ProviderListItemProps) {
  const modes = [...new Set(card.services.flatMap((service) => service.modes))];
  return (
    <article className="grid gap-5 rounded-xl border border-line bg-raised p-5 md:grid-cols-[1fr_21rem] md:items-center md:gap-8">
      <div className="flex min-w-0 gap-4">
        <Avatar name={card.name} portrait={{ seed: card.portraitSeed }} size="lg" />
        <div className="min-w-0">
          <h3 className="text-lg">
            <Link href={`/p/${card.slug}`} className="rounded-sm hover:text-primary-ink hover:underline hover:decoration-1 hover:underline-offset-4">
              {card.name}
            </Link>
          </h3>
          <p>{card.title}</p>
          <ul className="mt-2 grid gap-1 text-sm text-muted [&_.lucide]:mt-0.5 [&_.lucide]:size-4 [&_li]:flex [&_li]:gap-2">
            {card.place && (
              <li>
                <MapPin aria-hidden="true" />
                <span>
                  {card.place.clinic !== null && (
                    <>
                      <Link href={`/c/${card.place.clinic}`} className="rounded-sm underline decoration-line underline-offset-4 hover:text-primary-ink hover:decoration-current pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center">
                        {card.place.organization}
                      </Link>
                      {", "}
                    </>
                  )}
                  {card.place.city}
                </span>
              </li>
            )}
            {card.languages.length > 0 && (
              <li>
                <Languages aria-hidden="true" />
                {languageList(card.languages)}
              </li>
            )}
            <li>
              <Tag aria-hidden="true" />
              {modesInWords(modes)}, {priceSpan(card.services.map(({ price }) => price))}
            </li>
          </ul>
        </div>
      </div>
      <NextTimes card={card} today={today} zone={zone} mode={mode} />
    </article>
  );
}
