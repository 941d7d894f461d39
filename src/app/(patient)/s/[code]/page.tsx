import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { manageTokenOf } from "@/server/manage-token-of";

export const metadata: Metadata = { title: "Your appointment", robots: { index: false, follow: false }, referrer: "no-referrer" };

/** The short address in an SMS leads to the appointment's own page; nothing changes by opening it. */
export default async function ShortLinkPage({ params }: { params: Promise<{ code: string }> }) {
  const token = await manageTokenOf((await params).code);
  if (token === null) notFound();
  redirect(`/m/${token}`);
}
