import type { Metadata } from "next";
import { NothingHere } from "@/features/site/nothing-here";
import { PublicPage } from "@/features/site/public-page";
import { pageVisitor } from "@/server/page-visitor";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

export default async function NotFoundPage() {
  return (
    <PublicPage visitor={await pageVisitor()}>
      <NothingHere />
    </PublicPage>
  );
}
