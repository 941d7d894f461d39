import type { Metadata } from "next";
import { UserRoundSearch } from "lucide-react";
import Link from "next/link";
import { PageNotice } from "@/features/site/page-notice";
import { buttonClasses } from "@/ui/button-classes";

export const metadata: Metadata = { title: "Not taking bookings", robots: { index: false } };

export default function ProviderNotFound() {
  return (
    <PageNotice
      icon={<UserRoundSearch />}
      title="Nobody takes bookings at this address"
      actions={
        <Link href="/" className={buttonClasses({ variant: "primary" })}>
          Find somebody else
        </Link>
      }
    >
      The provider may have paused online booking, or the address may be mistyped. An appointment you already have is not affected: open it from the message you received.
    </PageNotice>
  );
}
