"use client";

import { lazy, Suspense, useState } from "react";
import Link from "next/link";
import type { BookingView } from "@/application/booking/booking-schemas";
import type { PhoneCheckView } from "@/application/phones/phone-schemas";
import type { MessageWishesView } from "@/application/messages/wish-schemas";
import type { CivilDate } from "@/domain/time/calendar-day";
import { ChosenTime } from "@/features/booking/chosen-time";
import { PhoneCheck } from "@/features/phones/phone-check";
import { usePhoneCheck } from "@/features/phones/use-phone-check";
import { useStepFocus } from "@/features/booking/use-step-focus";
import { formatPrice } from "@/features/providers/format-price";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { StatusChip } from "@/ui/status-chip";
import { SpinnerWithWords } from "@/ui/spinner-with-words";
import { AddToCalendar } from "./add-to-calendar";
import { CancelVisit } from "./cancel-visit";
import { ChangedNotice } from "./changed-notice";
import { EndAllReminders, type MailLine } from "./end-all-reminders";
import { MessageWishes } from "./message-wishes";
import { MovedNotice } from "./moved-notice";
import { PolicyNote } from "./policy-note";
import { useChangedElsewhere } from "./use-changed-elsewhere";
import { WillCome } from "./will-come";
import { CalendarWait } from "./calendar-wait";
import { VisitPlace } from "./visit-place";
import { visitState } from "./visit-state";

const MoveVisit = lazy(() => import("./move-visit"));

export type ManageVisitProps = {
  initial: BookingView;
  manageToken: string;
  wishes: MessageWishesView;
  /** The mail from whose own link they come. */
  mail: MailLine | null;
  phoneCheck: PhoneCheckView;
  /** Absolute. */
  manageUrl: string;
  /** The server's clock when it wrote the page, epoch ms. */
  now: number;
  /** In the booking's zone. */
  today: CivilDate;
  /** Null when this visit is not offered online any more, so that it cannot be moved here. */
  horizonDays: number | null;
};

/** The appointment as in the message, then what can be done with it. */
export function ManageVisit({ initial, manageToken, wishes, mail, phoneCheck, manageUrl, now, today, horizonDays }: ManageVisitProps) {
  const [booking, setBooking] = useState(initial);
  const [movedFrom, setMovedFrom] = useState<BookingView | null>(null);
  const [isMoving, setIsMoving] = useState(false);
  const elsewhere = useChangedElsewhere(initial, manageToken, !isMoving);
  const [seen, setSeen] = useState<BookingView | null>(null);
  // Adjusting state while rendering: what the clinic changed shows without a reload. Our own changes are shown already.
  if (elsewhere !== null && elsewhere !== seen) {
    setSeen(elsewhere);
    if (elsewhere.startsAt !== booking.startsAt || elsewhere.status !== booking.status || elsewhere.calendarWait !== booking.calendarWait) show(elsewhere, null);
  }
  const [wantsTexts, setWantsTexts] = useState(phoneCheck.status !== "none");
  const check = usePhoneCheck(manageToken, { isEnabled: wantsTexts, initial: phoneCheck });
  const state = visitState(booking, now);
  const changeHeading = useStepFocus(isMoving ? "moving" : "reading");
  const heading = useStepFocus(`${booking.status} ${booking.startsAt}`);
  const canMove = booking.rescheduling.isAllowed && horizonDays !== null;

  function show(next: BookingView, from: BookingView | null) {
    setBooking(next);
    setMovedFrom(from);
    setIsMoving(false);
  }

  return (
    <div data-step="visit" className="mx-auto max-w-3xl py-8 sm:py-12">
      {movedFrom && <MovedNotice booking={booking} from={movedFrom} manageToken={manageToken} onUndone={(next) => show(next, null)} />}
      {seen !== null && seen === booking && <ChangedNotice booking={booking} />}
      <section aria-labelledby="visit-heading" className="rounded-xl border border-line bg-raised p-5 sm:p-8">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 id="visit-heading" ref={heading} tabIndex={-1} className="text-lg">
            {state.title}
          </h1>
          <StatusChip tone={state.tone}>{state.label}</StatusChip>
        </div>
        <div className="mt-4">
          <ChosenTime localStart={booking.localStart} providerLocalStart={booking.providerLocalStart} timeZone={booking.timeZone} providerTimeZone={booking.providerTimeZone} mode={booking.mode} isOff={state.isOff} />
        </div>
        {state.isComing && <CalendarWait booking={booking} className="mt-5" />}
        <div className="mt-5 flex items-center gap-3">
          <Avatar name={booking.provider.name} portrait={{ seed: booking.provider.portraitSeed }} />
          <p className="min-w-0">
            <span className="block font-medium">{booking.provider.name}</span>
            <span className="block text-sm text-muted">
              {booking.service.name}, {booking.service.durationMinutes} min, {formatPrice(booking.service.price)}
            </span>
          </p>
        </div>
        {state.isComing ? (
          <div className="mt-5 grid gap-5">
            <VisitPlace key={booking.startsAt} booking={booking} manageToken={manageToken} />
            <AddToCalendar booking={booking} manageUrl={manageUrl} manageToken={manageToken} />
          </div>
        ) : (
          <Link href={`/p/${booking.provider.slug}?service=${booking.service.slug}`} className={buttonClasses({ variant: "primary", className: "mt-6 max-sm:w-full" })}>
            Book another time
          </Link>
        )}
        <p className="mt-5 text-sm text-muted">
          For {booking.patientName}, reference <span className="font-medium text-ink tabular-nums">{booking.reference}</span>
        </p>
      </section>

      {state.isComing && (
        <section aria-labelledby="change-heading" data-step="change" className="mt-8 scroll-mt-6">
          <h2 id="change-heading" ref={changeHeading} tabIndex={-1}>{isMoving ? "Choose the new time" : "Something came up?"}</h2>
          {isMoving && horizonDays !== null ? (
            <Suspense fallback={<SpinnerWithWords className="mt-4">Loading the free times…</SpinnerWithWords>}>
              <MoveVisit booking={booking} manageToken={manageToken} today={today} horizonDays={horizonDays} onMoved={(next) => show(next, booking)} onKeep={() => setIsMoving(false)} />
            </Suspense>
          ) : (
            <>
              <PolicyNote booking={booking} canMove={canMove} />
              <div className="mt-4 flex gap-2 max-sm:flex-col">
                {canMove && <Button onClick={() => setIsMoving(true)}>Move to another time</Button>}
                {booking.cancellation.isAllowed && <CancelVisit booking={booking} manageToken={manageToken} onCancelled={(next) => show(next, null)} />}
              </div>
            </>
          )}
        </section>
      )}
      {state.isComing && booking.status === "CONFIRMED" && <WillCome booking={booking} manageToken={manageToken} onSaid={(next) => show(next, null)} />}
      {state.isComing && (
        <div className="mt-8 empty:hidden">
          <PhoneCheck check={check} manageToken={manageToken} />
        </div>
      )}
      <MessageWishes
        initial={wishes}
        manageToken={manageToken}
        onSaved={({ reminders }) => {
          if (reminders === "SMS" || reminders === "WHATSAPP") setWantsTexts(true);
          check.askAgain();
        }}
      >
        {mail && <EndAllReminders mail={mail} providerName={booking.provider.name} manageToken={manageToken} />}
      </MessageWishes>
    </div>
  );
}
