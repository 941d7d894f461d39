import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VisitPage } from "@/features/visit/visit-page";
import { foundOrNull } from "@/server/found-or-null";
import { pageCaller } from "@/server/page-context";

// The address is a secret and the page a person's: no search engine, no referrer, no name in the title.
export const metadata: Metadata = { title: "Your video visit", robots: { index: false, follow: false }, referrer: "no-referrer" };

export default async function LinkVisitPage({ params }: { params: Promise<{ token: string }> }) {
  const { token: manageToken } = await params;
  const visit = await foundOrNull((await pageCaller()).visits.byLink({ manageToken }));
  if (visit === null) notFound();
  return <VisitPage initial={visit} asks={{ manageToken }} appointmentHref={`/m/${manageToken}`} />;
}
