import type { Metadata } from "next";
import Link from "next/link";
import { CalendarHeart } from "lucide-react";
import { OwnNumber } from "@/features/phones/own-number";
import { OwnFeed } from "@/features/feeds/own-feed";
import { MessageWishes } from "@/features/my-bookings/message-wishes";
import { VisitList } from "@/features/my-bookings/visit-list";
import { SignOutButton } from "@/features/site/sign-out-button";
import { pageCaller, pageContext } from "@/server/page-context";
import { signedInVisitor } from "@/server/page-visitor";
import { visitorTime } from "@/server/visitor-time";
import { buttonClasses } from "@/ui/button-classes";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";

export const metadata: Metadata = { title: "My appointments", robots: { index: false, follow: false } };

export default async function MyBookingsPage() {
  const visitor = await signedInVisitor();
  const caller = await pageCaller();
  const [{ upcoming, past }, wishes, { now }, number, { ports }] = await Promise.all([caller.bookings.mine(), caller.bookings.ownWishes(), visitorTime(), caller.signIn.ownNumber(), pageContext()]);
  const findTime = (
    <Link href="/" className={buttonClasses({ variant: "primary" })}>
      Find a time
    </Link>
  );
  return (
    <div className="mx-auto max-w-3xl py-8 sm:py-12">
      <PageHeader title="My appointments" detail={`Signed in as ${visitor.email}. Everything booked with this address is here.`} actions={<SignOutButton />} />
      {upcoming.length + past.length === 0 ? (
        <EmptyState icon={<CalendarHeart />} title="Nothing booked yet" action={findTime}>
          Appointments appear here by themselves: those you book while signed in, and those booked with your e-mail address before.
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="coming-heading">
            <h2 id="coming-heading" className="mb-3">
              Coming
            </h2>
            {upcoming.length > 0 ? (
              <VisitList bookings={upcoming} now={now} />
            ) : (
              <EmptyState level={3} title="Nothing coming up" action={findTime}>
                Your next appointment will stand here, with the way to join, move or cancel it.
              </EmptyState>
            )}
          </section>
          {past.length > 0 && (
            <section aria-labelledby="past-heading" className="mt-10">
              <h2 id="past-heading" className="mb-3">
                Past and cancelled
              </h2>
              <VisitList bookings={past} now={now} />
            </section>
          )}
          <MessageWishes initial={wishes} />
          <section aria-labelledby="feed-heading" className="mt-10 rounded-xl border border-line bg-raised p-5">
            <h2 id="feed-heading">In your own calendar</h2>
            <p className="mt-1 mb-4 text-muted">A secret address that your calendar program reads now and then, so that your appointments and their changes appear there by themselves.</p>
            <OwnFeed of="patient" />
          </section>
        </>
      )}
      {ports.sms !== null && !visitor.isStaff && (
        <section aria-labelledby="number-heading" className="mt-10 rounded-xl border border-line bg-raised p-5">
          <h2 id="number-heading">Sign in by text</h2>
          <p className="mt-1 mb-4 text-muted">Confirm your number once, and a code to it signs you in wherever you are.</p>
          <OwnNumber initial={number} />
        </section>
      )}
    </div>
  );
}
