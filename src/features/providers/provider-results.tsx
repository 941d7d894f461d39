import Link from "next/link";
import { CalendarSearch } from "lucide-react";
import type { ProviderCard } from "@/application/providers/provider-schemas";
import type { CivilDate } from "@/domain/time/calendar-day";
import { buttonClasses } from "@/ui/button-classes";
import { EmptyState } from "@/ui/empty-state";
import { ProviderListItem } from "./provider-list-item";
import { searchHref, type SearchTerms } from "./search-address";

type ProviderResultsProps = {
  cards: readonly ProviderCard[];
  terms: SearchTerms;
  isNarrowed: boolean;
  isFirstPage: boolean;
  specialities: readonly string[];
  /** Null while the visitor's zone is not known: each person's times are then in their own. */
  visitorZone: string | null;
  todayIn: (timeZone: string) => CivilDate;
};

export function ProviderResults({ cards, terms, isNarrowed, isFirstPage, specialities, visitorZone, todayIn }: ProviderResultsProps) {
  if (cards.length === 0) return <NobodyFound terms={terms} isNarrowed={isNarrowed} specialities={specialities} />;
  return (
    <section aria-labelledby="results-heading" className="mt-10">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="results-heading">{heading(cards.length, isNarrowed, isFirstPage)}</h2>
        <p className="text-sm text-muted">Soonest first</p>
      </div>
      <ul className="grid gap-3">
        {cards.map((card) => (
          <li key={card.slug}>
            <ProviderListItem card={card} today={todayIn(visitorZone ?? card.timeZone)} zone={visitorZone ?? card.timeZone} mode={terms.mode} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function heading(count: number, isNarrowed: boolean, isFirstPage: boolean): string {
  if (!isFirstPage) return "More people";
  if (!isNarrowed) return "Everyone with free times";
  return count === 1 ? "1 person" : `${count} people`;
}

function NobodyFound({ terms, isNarrowed, specialities }: Pick<ProviderResultsProps, "terms" | "isNarrowed" | "specialities">) {
  if (!isNarrowed) {
    return (
      <EmptyState icon={<CalendarSearch />} title="Nobody takes bookings here yet" className="mt-10" action={<Link href="/provider" className={buttonClasses({ variant: "primary" })}>Set up a practice</Link>}>
        Providers appear here with their free times as soon as their practice is open for booking.
      </EmptyState>
    );
  }
  const wider = widerSearches(terms);
  return (
    <EmptyState icon={<CalendarSearch />} title={terms.q ? `Nobody found for “${terms.q}”` : "Nobody found for this choice"} className="mt-10" action={<Link href="/" className={buttonClasses({ variant: "primary" })}>Show everyone</Link>}>
      {wider.length > 0 && (
        <p>
          It may help to ask for less:{" "}
          {wider.map(({ href, words }, index) => (
            <span key={href}>
              {index > 0 && ", "}
              <Link href={href} className="text-link">
                {words}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      {terms.q && specialities.length > 0 && <p className="mt-2">A name, a kind of visit or a speciality works, such as {specialities.slice(0, 3).join(", ")}.</p>}
    </EmptyState>
  );
}

/** The same search without one of its terms. */
function widerSearches(terms: SearchTerms): { href: string; words: string }[] {
  const given = (["city", "language", "mode", "speciality"] as const).filter((name) => terms[name] !== "");
  if (given.length === 0 || (given.length === 1 && terms.q === "")) return [];
  const words = { city: "anywhere", language: "any language", mode: "any way to meet", speciality: "any speciality" };
  return given.map((name) => ({ href: searchHref(terms, { [name]: "" }), words: words[name] }));
}
