import type { Metadata } from "next";
import { Compass } from "lucide-react";
import Link from "next/link";
import { PageNotice } from "@/features/site/page-notice";
import { PublicPage } from "@/features/site/public-page";
import { pageVisitor } from "@/server/page-visitor";
import { buttonClasses } from "@/ui/button-classes";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

export default async function NotFoundPage() {
  return (
    <PublicPage visitor={await pageVisitor()}>
      <PageNotice
        icon={<Compass />}
        title="There is no page at this address"
        actions={
          <Link href="/" className={buttonClasses({ variant: "primary" })}>
            Find a time
          </Link>
        }
      >
        It may be mistyped, or the provider has paused online booking. An appointment you already have is not affected: open it from the message you received.
      </PageNotice>
    </PublicPage>
  );
}
