"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { CircleCheck, Clock } from "lucide-react";
import type { BookingConfirmation } from "@/application/booking/booking-schemas";
import { AddToCalendar } from "@/features/my-bookings/add-to-calendar";
import { CalendarWait } from "@/features/my-bookings/calendar-wait";
import { VisitPlace } from "@/features/my-bookings/visit-place";
import { PhoneCheck } from "@/features/phones/phone-check";
import { usePhoneCheck } from "@/features/phones/use-phone-check";
import { buttonClasses } from "@/ui/button-classes";
import { CopyButton } from "@/ui/copy-button";
import { ChosenTime } from "./chosen-time";
import { toldBy } from "./told-by";

/** What is booked and what happens next. Default export because it is loaded while the details are filled in. */
export default function ConfirmedStep({ booking }: { booking: BookingConfirmation }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "center" });
  }, []);
  const isRequest = booking.status === "PENDING";
  const isHeld = booking.calendarWait === "waiting";
  const canChange = booking.cancellation.isAllowed || booking.rescheduling.isAllowed;
  const { phoneText } = booking.location ?? booking.provider;
  const check = usePhoneCheck(booking.manageToken, { isEnabled: booking.channels.some((channel) => channel !== "EMAIL") });
  const by = toldBy(booking.channels, check.view);
  return (
    <section className="rounded-xl border border-line bg-raised p-5 sm:p-8">
      <title>{isRequest ? "Your request · MedBookings" : "You are booked · MedBookings"}</title>
      <meta name="referrer" content="no-referrer" />
      <meta name="robots" content="noindex" />
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2 text-lg text-success-ink">
        {isRequest ? <Clock aria-hidden="true" className="size-5 text-pending-ink" /> : <CircleCheck aria-hidden="true" className="size-5" />}
        {isHeld ? "We hold this time for you" : isRequest ? "Your request has arrived" : "You are booked"}
      </h2>
      <div className="mt-3">
        <ChosenTime localStart={booking.localStart} providerLocalStart={booking.providerLocalStart} timeZone={booking.timeZone} providerTimeZone={booking.providerTimeZone} mode={booking.mode} />
      </div>
      <p className="mt-3">
        {booking.service.name} with {booking.provider.name}
      </p>
      <p className="text-sm text-muted">
        Reference <span className="font-medium text-ink tabular-nums">{booking.reference}</span>
      </p>
      <CalendarWait booking={booking} className="mt-5" />
      <div className="mt-5 empty:hidden">
        <PhoneCheck check={check} manageToken={booking.manageToken} />
      </div>
      <div className="mt-5 grid gap-5">
        <VisitPlace booking={booking} manageToken={booking.manageToken} />
        {!isRequest && <AddToCalendar booking={booking} manageUrl={booking.manageUrl} manageToken={booking.manageToken} />}
      </div>
      <div className="mt-7 border-t border-line pt-5">
        <h3>What happens next</h3>
        <ol className="mt-2 grid gap-2">
          <Next>
            {isHeld
              ? `As soon as the calendar answers, we confirm the visit and tell you ${by}. Should something stand in the way, ${booking.provider.name} decides and we tell you that.`
              : isRequest
              ? `${booking.provider.name} answers your request, and we tell you ${by}. The time is kept for you until then.`
              : `A confirmation with everything on this page reaches you ${by}.`}
          </Next>
          {!isRequest && <Next>We remind you before the visit.</Next>}
          <Next>{canChange ? `${booking.cancellation.sentence} The link for that is in every message.` : `It is too soon before the visit to move or cancel it here. To change anything, call the clinic${phoneText ? ` on ${phoneText}` : ""}.`}</Next>
        </ol>
        <div className="mt-4 flex gap-2 max-sm:flex-col">
          <a href={`/m/${booking.manageToken}`} className={buttonClasses()}>
            {canChange ? "Move or cancel" : "Open the appointment"}
          </a>
          <CopyButton text={booking.manageUrl} label="Copy the link to this appointment" size="md" variant="quiet" />
        </div>
      </div>
    </section>
  );
}

function Next({ children }: { children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className="mt-2 size-1.5 shrink-0 rounded-full bg-primary" />
      <span>{children}</span>
    </li>
  );
}
