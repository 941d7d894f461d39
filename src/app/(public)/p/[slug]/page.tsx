import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BookingFlow } from "@/features/booking/booking-flow";
import { slotRange } from "@/features/booking/slot-ranges";
import { PhysicianJsonLd } from "@/features/providers/physician-json-ld";
import { ProviderAbout } from "@/features/providers/provider-about";
import { ProviderHeading } from "@/features/providers/provider-heading";
import { DeviceZone } from "@/features/site/device-zone";
import { foundOrNull } from "@/server/found-or-null";
import { pageCaller, pageContext } from "@/server/page-context";
import { pageVisitor } from "@/server/page-visitor";
import { visitorTime } from "@/server/visitor-time";

type ProviderPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ service?: string | string[]; tz?: string | string[] }> };

const profileOf = cache(async (slug: string, timeZone: string | null) => {
  const caller = await pageCaller();
  return foundOrNull(caller.providers.get({ provider: slug, ...(timeZone !== null && { timeZone }) }));
});

const single = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export async function generateMetadata({ params, searchParams }: ProviderPageProps): Promise<Metadata> {
  const { slug } = await params;
  const { timeZone } = await visitorTime(single((await searchParams).tz));
  const profile = await profileOf(slug, timeZone);
  if (profile === null) return { title: "Page not found", robots: { index: false } };
  const { config } = await pageContext();
  const place = profile.place ? ` in ${profile.place.city}` : "";
  return { title: `${profile.name}, ${profile.title}`, description: `Free times with ${profile.name}, ${profile.title.toLowerCase()}${place}. Book in a minute, without an account.`, alternates: { canonical: `${config.publicOrigin}/p/${slug}` } };
}

export default async function ProviderPage({ params, searchParams }: ProviderPageProps) {
  const { slug } = await params;
  const asked = await searchParams;
  const visitor = await visitorTime(single(asked.tz));
  const profile = await profileOf(slug, visitor.timeZone);
  if (profile === null) notFound();
  const timeZone = visitor.timeZone ?? profile.timeZone;
  const today = visitor.todayIn(timeZone);
  const service = profile.services.find((candidate) => candidate.slug === single(asked.service)) ?? profile.services[0];
  if (service === undefined) notFound();
  const caller = await pageCaller();
  const { config } = await pageContext();
  const [initial, person] = await Promise.all([caller.availability.slots({ provider: slug, service: service.slug, timeZone, ...slotRange(today, 0, service.horizonDays) }), pageVisitor()]);
  return (
    <div className="grid gap-x-12 gap-y-8 pt-6 lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:pt-10">
      <PhysicianJsonLd profile={profile} url={`${config.publicOrigin}/p/${slug}`} />
      <DeviceZone renderedZone={visitor.timeZone} isChosen={visitor.isChosen} />
      <ProviderHeading profile={profile} />
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <noscript>
          <p className="mb-4 rounded-lg bg-sunken px-4 py-3">Choosing a time here needs JavaScript.{profile.location && ` Or call ${profile.location.phone}.`}</p>
        </noscript>
        <BookingFlow profile={profile} initial={initial} timeZone={timeZone} today={today} renderedAt={visitor.now} visitor={person} />
      </div>
      <ProviderAbout profile={profile} />
    </div>
  );
}
