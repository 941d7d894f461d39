import type { Metadata } from "next";
import { Unlink } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "@/ui/button-classes";

export const metadata: Metadata = { title: "This link does not work", robots: { index: false }, referrer: "no-referrer" };

export default function InvalidLink() {
  return (
    <div className="mx-auto max-w-xl py-16">
      <span aria-hidden="true" className="mb-5 grid size-12 place-items-center rounded-xl bg-primary-soft text-primary-ink">
        <Unlink className="size-6" />
      </span>
      <h1>This link does not open an appointment</h1>
      <p className="mt-3 text-muted">Nothing was changed. It may be that:</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5 text-muted marker:text-primary">
        <li>a part of the link is missing: open it straight from the message instead of copying it</li>
        <li>the visit was more than a month ago: links stop working then</li>
        <li>the clinic sent you a newer link: look in your latest message</li>
      </ul>
      <p className="mt-4 text-muted">The clinic can look up your appointment by its reference, which is in every message.</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Link href="/my/bookings" className={buttonClasses({ variant: "primary" })}>
          See my appointments
        </Link>
        <Link href="/" className={buttonClasses()}>
          Find a time
        </Link>
      </div>
    </div>
  );
}
