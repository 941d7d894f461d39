import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VisitPage } from "@/features/visit/visit-page";
import { foundOrNull } from "@/server/found-or-null";
import { pageCaller } from "@/server/page-context";
import { signedInVisitor } from "@/server/page-visitor";

export const metadata: Metadata = { title: "Your video visit", robots: { index: false, follow: false } };

export default async function OwnVisitPage({ params }: { params: Promise<{ reference: string }> }) {
  await signedInVisitor();
  const { reference } = await params;
  const visit = await foundOrNull((await pageCaller()).visits.mine({ reference }));
  if (visit === null) notFound();
  return <VisitPage initial={visit} asks={{ reference }} appointmentHref="/my/bookings" />;
}
