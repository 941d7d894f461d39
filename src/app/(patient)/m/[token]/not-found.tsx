import type { Metadata } from "next";
import { Unlink } from "lucide-react";
import Link from "next/link";
import { PageNotice } from "@/features/site/page-notice";
import { buttonClasses } from "@/ui/button-classes";

export const metadata: Metadata = { title: "This link does not work", robots: { index: false }, referrer: "no-referrer" };

export default function InvalidLink() {
  return (
    <PageNotice
      icon={<Unlink />}
      title="This link does not open an appointment"
      actions={
        <>
          <Link href="/my/bookings" className={buttonClasses({ variant: "primary" })}>
            See my appointments
          </Link>
          <Link href="/" className={buttonClasses()}>
            Find a time
          </Link>
        </>
      }
    >
      <p>Nothing was changed. It may be that</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5 marker:text-primary">
        <li>a part of the link is missing: open it straight from the message instead of copying it</li>
        <li>the visit was more than a month ago: links stop working then</li>
        <li>the clinic sent you a newer link: look in your latest message</li>
      </ul>
      <p className="mt-4">The clinic can find your appointment by its reference, which is in every message.</p>
    </PageNotice>
  );
}
