import type { Metadata } from "next";
import Link from "next/link";
import { NextOffer } from "@/features/providers/next-offer";
import { ProviderResults } from "@/features/providers/provider-results";
import { readSearch, searchInput, isNarrowed, searchHref, type SearchParams } from "@/features/providers/search-address";
import { SearchForm } from "@/features/providers/search-form";
import { languageName } from "@/features/providers/language-names";
import { SpecialityLinks } from "@/features/providers/speciality-links";
import { DeviceZone } from "@/features/site/device-zone";
import { pageCaller, pageContext } from "@/server/page-context";
import { visitorTime } from "@/server/visitor-time";
import { buttonClasses } from "@/ui/button-classes";

export async function generateMetadata(): Promise<Metadata> {
  const { config } = await pageContext();
  return {
    title: { absolute: "MedBookings: see real free times, book in a minute" },
    description: "Find a doctor, therapist or practice by name, speciality, place or language, and book a time that is really free.",
    alternates: { canonical: config.publicOrigin },
  };
}

export default async function HomePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const terms = readSearch(params);
  const caller = await pageCaller();
  const visitor = await visitorTime(typeof params.tz === "string" ? params.tz : undefined);
  const after = typeof params.after === "string" ? params.after : undefined;
  const [found, choices] = await Promise.all([
    caller.providers.search({ ...searchInput(terms), cursor: after, timeZone: visitor.timeZone ?? undefined }),
    caller.providers.searchChoices(),
  ]);
  const soonest = found.items.find((card) => card.nextSlots.length > 0) ?? null;
  const offerZone = visitor.timeZone ?? soonest?.timeZone ?? "UTC";
  return (
    <>
      <DeviceZone renderedZone={visitor.timeZone} isChosen={visitor.isChosen} />
      <NextOffer card={soonest} today={visitor.todayIn(offerZone)} zone={offerZone} mode={terms.mode} />
      <SearchForm
        key={searchHref(terms)}
        terms={terms}
        specialities={choices.specialities}
        cities={choices.cities.map((city) => ({ value: city, label: city }))}
        languages={choices.languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
      />
      <SpecialityLinks specialities={choices.specialities} terms={terms} />
      <ProviderResults
        cards={found.items}
        isNarrowed={isNarrowed(terms)}
        terms={terms}
        specialities={choices.specialities}
        visitorZone={visitor.timeZone}
        todayIn={visitor.todayIn}
        isFirstPage={after === undefined}
      />
      {found.nextCursor && (
        <p className="mt-6 text-center">
          <Link href={searchHref(terms, { after: found.nextCursor })} className={buttonClasses()}>
            Show more people
          </Link>
        </p>
      )}
    </>
  );
}
