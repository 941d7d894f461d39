import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalendarSearch } from "lucide-react";
import { cache } from "react";
import { slotRange } from "@/features/booking/slot-ranges";
import { chooseAtClinic, whoseTimes } from "@/features/clinics/choose-at-clinic";
import { ClinicAbout } from "@/features/clinics/clinic-about";
import { readClinicAddress } from "@/features/clinics/clinic-address";
import { ClinicFlow } from "@/features/clinics/clinic-flow";
import { ClinicHeading } from "@/features/clinics/clinic-heading";
import { ClinicJsonLd } from "@/features/clinics/clinic-json-ld";
import { DeviceZone } from "@/features/site/device-zone";
import { foundOrNull } from "@/server/found-or-null";
import { pageCaller, pageContext } from "@/server/page-context";
import { visitorTime } from "@/server/visitor-time";
import { EmptyState } from "@/ui/empty-state";

type ClinicPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const clinicOf = cache(async (organization: string) => {
  const caller = await pageCaller();
  return foundOrNull(caller.clinics.get({ organization }));
});

export async function generateMetadata({ params }: ClinicPageProps): Promise<Metadata> {
  const { slug } = await params;
  const clinic = await clinicOf(slug);
  if (clinic === null) return { title: "Page not found", robots: { index: false } };
  const { config } = await pageContext();
  const cities = [...new Set(clinic.locations.map(({ city }) => city))];
  const place = cities.length === 0 ? "" : ` in ${cities.join(" and ")}`;
  return { title: clinic.name, description: `Free times at ${clinic.name}${place}, with whoever is free or somebody in particular. Book in a minute, without an account.`, alternates: { canonical: `${config.publicOrigin}/c/${slug}` } };
}

export default async function ClinicPage({ params, searchParams }: ClinicPageProps) {
  const { slug } = await params;
  const asked = await searchParams;
  const single = (name: string) => (typeof asked[name] === "string" ? asked[name] : null);
  const clinic = await clinicOf(slug);
  if (clinic === null) notFound();
  const { config } = await pageContext();
  const visitor = await visitorTime(single("tz") ?? undefined);
  const choice = chooseAtClinic(clinic, readClinicAddress({ get: single }));
  const timeZone = visitor.timeZone ?? choice?.location?.timeZone ?? clinic.timeZone;
  const today = visitor.todayIn(timeZone);
  const caller = await pageCaller();
  const timesOf = async (chosen: NonNullable<typeof choice>) => {
    const whose = whoseTimes(clinic, chosen);
    const range = { service: chosen.service.slug, timeZone, ...slotRange(today, 0, chosen.horizonDays) };
    return typeof whose === "string" ? caller.availability.slots({ provider: whose, ...range }) : caller.clinics.anySlots({ ...whose, ...range });
  };
  return (
    <div className="grid gap-x-12 gap-y-8 pt-6 lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:pt-10">
      <ClinicJsonLd clinic={clinic} url={`${config.publicOrigin}/c/${slug}`} publicOrigin={config.publicOrigin} />
      <DeviceZone renderedZone={visitor.timeZone} isChosen={visitor.isChosen} />
      <ClinicHeading clinic={clinic} />
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <noscript>
          <p className="mb-4 rounded-lg bg-sunken px-4 py-3">Choosing a time here needs JavaScript.{clinic.locations[0] && ` Or call ${clinic.locations[0].phoneText}.`}</p>
        </noscript>
        {choice === null ? (
          <EmptyState icon={<CalendarSearch />} title="Nothing can be booked online here at the moment">
            Call the clinic instead. Visits appear here as soon as they can be booked.
          </EmptyState>
        ) : (
          <ClinicFlow clinic={clinic} fallback={choice} initial={await timesOf(choice)} timeZone={timeZone} today={today} />
        )}
      </div>
      <ClinicAbout clinic={clinic} />
    </div>
  );
}
