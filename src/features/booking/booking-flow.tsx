"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { usePathname, useRouter } from "next/navigation";
import type { BookingConfirmation } from "@/application/booking/booking-schemas";
import type { SlotsView, SlotView } from "@/application/availability/availability-schemas";
import type { ProviderProfile } from "@/application/providers/provider-schemas";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { SpinnerWithWords } from "@/ui/spinner-with-words";
import { browserReading } from "./browser-reading";
import { DetailsStep, loadDetailsForm } from "./details-step";
import { emptyDraft } from "./details-draft";
import { clinicHref } from "./clinic-href";
import { findSlot } from "./find-slot";
import { TakenNotice } from "./taken-notice";
import { TimesStep } from "./times-step";
import { useBookingAddress } from "./use-booking-address";
import { useClockOffset } from "./use-clock-offset";
import { holdKey, useHold, type WantedSlot } from "./use-hold";
import { useSlots } from "./use-slots";
import { useStepFocus } from "./use-step-focus";

const loadConfirmedStep = () => import("./confirmed-step");
const ConfirmedStep = lazy(loadConfirmedStep);

export type BookingFlowProps = {
  profile: ProviderProfile;
  /** The times the server already found, for the service the page was asked for. */
  initial: SlotsView | null;
  timeZone: string;
  /** In `timeZone`. */
  today: CivilDate;
  /** The server's clock when it wrote the page, epoch ms. */
  renderedAt: number;
  visitor: { name: string | null; email: string } | null;
};

/** The steps of booking. Where the patient is stands in the address; what they typed stays here until it is booked. */
export function BookingFlow({ profile, initial, timeZone, today, renderedAt, visitor }: BookingFlowProps) {
  const { address, change } = useBookingAddress();
  const path = usePathname();
  const router = useRouter();
  const [month, setMonth] = useState<string | null>(address.day?.slice(0, 7) ?? null);
  const [draft, setDraft] = useState(() => emptyDraft(visitor));
  const [confirmation, setConfirmation] = useState<BookingConfirmation | null>(null);
  const clockOffset = useClockOffset(renderedAt);
  const hold = useHold();

  const [firstService] = profile.services;
  if (!firstService) throw new Error("a provider without services has no public page");
  const service = profile.services.find((candidate) => candidate.slug === address.service) ?? firstService;
  const mode = service.modes.find((candidate) => candidate === address.mode) ?? service.modes[0] ?? "IN_PERSON";
  const isConfirmed = confirmation !== null && path === manageHref(confirmation);
  const found = useSlots({ whose: profile.slug, service: service.slug, horizonDays: service.horizonDays, timeZone, today, ...(initial && { initial }), isShown: !isConfirmed, until: month ? addDays(`${month}-01`, 31) : today });
  const step = isConfirmed ? "confirmed" : address.at === null ? "times" : "details";
  const headingRef = useStepFocus(step);
  const clinic = profile.clinic?.slug === address.any ? profile.clinic : null;
  const slotAt = (startsAt: string) => findSlot(startsAt, found.slots, timeZone, profile.timeZone, service.durationMinutes);
  const wanted: WantedSlot | null = address.at === null ? null : wantedAt(address.at);

  function wantedAt(startsAt: string): WantedSlot {
    const { state } = hold;
    if (state.kind !== "none" && state.wanted.slot.startsAt === startsAt && state.wanted.service === service.slug) return readIn(timeZone, state.wanted);
    return { provider: profile.slug, service: service.slug, mode, slot: slotAt(startsAt), timeZone };
  }

  // The address decides what is held: a tap, a link, a refresh and the back button all end here.
  const key = wanted && !isConfirmed ? holdKey({ ...wanted, startsAt: wanted.slot.startsAt }) : null;
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === key) return;
    followed.current = key;
    if (wanted && key) void hold.take(wanted);
    else if (!isConfirmed && hold.state.kind !== "refused") hold.release();
  }, [key, wanted, isConfirmed, hold]);

  useEffect(() => {
    if (step === "details") void loadConfirmedStep();
  }, [step]);

  const isRefused = hold.state.kind === "refused" && hold.state.wanted.slot.startsAt === address.at;
  const { refetch } = found;
  useEffect(() => {
    if (!isRefused) return;
    change({ at: null }, "replace");
    refetch();
  }, [isRefused, change, refetch]);

  function pick(slot: SlotView) {
    change({ service: service.slug, mode, day: slot.localStart.slice(0, 10), at: slot.startsAt, any: null }, "push");
  }

  function confirmed(booked: BookingConfirmation) {
    setConfirmation(booked);
    // A refresh or a bookmark of this page now leads to the appointment, not to a second booking.
    window.history.replaceState(null, "", manageHref(booked));
  }

  return (
    <div data-step={step} className="min-w-0 scroll-mt-4">
      {step === "confirmed" && confirmation ? (
        <Suspense fallback={<SpinnerWithWords>Booked. Loading the details…</SpinnerWithWords>}>
          <ConfirmedStep booking={confirmation} />
        </Suspense>
      ) : wanted ? (
        <DetailsStep
          profile={profile}
          service={service}
          mode={mode}
          wanted={wanted}
          hold={hold}
          draft={draft}
          onDraft={setDraft}
          clockOffset={clockOffset}
          isChosenForThem={clinic !== null}
          onBack={() => (clinic ? router.push(clinicHref(clinic.slug, { service: service.slug, mode, day: address.day })) : change({ at: null }, "replace"))}
          onConfirmed={confirmed}
          headingRef={headingRef}
        />
      ) : (
        <TimesStep
          profile={profile}
          service={service}
          mode={mode}
          found={found}
          timeZone={timeZone}
          today={today}
          day={address.day}
          month={month}
          onMonthChange={setMonth}
          onChange={(changes) => {
            if (changes.day) setMonth(changes.day.slice(0, 7));
            change(changes, "replace");
          }}
          onPick={pick}
          onAim={loadDetailsForm}
          notice={
            hold.state.kind === "refused" &&
            hold.state.wanted.service === service.slug && (
              <TakenNotice
                refusal={hold.state.refusal}
                wanted={readIn(timeZone, hold.state.wanted).slot}
                alternatives={hold.state.refusal.alternatives.map((free) => slotAt(free.startsAt))}
                onPick={pick}
                isTyped={draft.patient.name !== ""}
                others={clinic && { name: clinic.name, href: clinicHref(clinic.slug, { service: service.slug, mode, day: address.day }) }}
              />
            )
          }
          headingRef={headingRef}
        />
      )}
    </div>
  );
}

/** The same start on the clock the patient reads now: their zone may become known after the time was taken. */
function readIn(timeZone: string, wanted: WantedSlot): WantedSlot {
  if (wanted.timeZone === timeZone) return wanted;
  return { ...wanted, timeZone, slot: { ...wanted.slot, localStart: browserReading(wanted.slot.startsAt, timeZone) } };
}

const manageHref = (booking: BookingConfirmation) => `/m/${booking.manageToken}`;
