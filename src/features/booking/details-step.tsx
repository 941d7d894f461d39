"use client";

import { lazy, Suspense, useState, type RefObject } from "react";
import { ArrowLeft } from "lucide-react";
import type { BookingConfirmation } from "@/application/booking/booking-schemas";
import type { ProviderProfile, ServiceView } from "@/application/providers/provider-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { formatPrice } from "@/features/providers/format-price";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { Alert } from "@/ui/alert";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Countdown } from "@/ui/countdown";
import { Skeleton } from "@/ui/skeleton";
import { ChosenTime } from "./chosen-time";
import type { DetailsDraft } from "./details-draft";
import { PhoneBar } from "./phone-bar";
import { useConfirm } from "./use-confirm";
import type { HoldState, useHold, WantedSlot } from "./use-hold";

export const loadDetailsForm = () => import("./details-form");
const DetailsForm = lazy(loadDetailsForm);

const FORM_ID = "details";

type DetailsStepProps = {
  profile: ProviderProfile;
  service: ServiceView;
  mode: VisitMode;
  wanted: WantedSlot;
  hold: ReturnType<typeof useHold>;
  draft: DetailsDraft;
  onDraft: (draft: DetailsDraft) => void;
  /** The server's clock minus this device's, ms. */
  clockOffset: number;
  /** They took whoever was free: who that is has to be said. */
  isChosenForThem: boolean;
  onBack: () => void;
  onConfirmed: (confirmation: BookingConfirmation) => void;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** Who comes: the held time stays in sight, going back is free, and what was typed stays. */
export function DetailsStep({ profile, service, mode, wanted, hold, draft, onDraft, clockOffset, isChosenForThem, onBack, onConfirmed, headingRef }: DetailsStepProps) {
  const confirm = useConfirm(hold, wanted, onConfirmed);
  const { time, weekdayShort, dayMonthShort } = formatLocal(wanted.slot.localStart);
  const awaitsCalendar = hold.state.kind === "held" && hold.state.hold.awaitsCalendar;
  const label = service.requiresApproval || awaitsCalendar ? "Ask for this time" : "Confirm appointment";
  const working = confirm.isWorking && (service.requiresApproval || awaitsCalendar ? "Sending…" : "Booking…");
  return (
    <div>
      <Button variant="quiet" size="sm" onClick={onBack} className="-ml-3">
        <ArrowLeft aria-hidden="true" />
        Choose another time
      </Button>
      <div className="mt-2 mb-6 rounded-xl bg-primary-soft px-5 py-4 dark:bg-sunken">
        <ChosenTime {...wanted.slot} timeZone={wanted.timeZone} providerTimeZone={profile.timeZone} mode={mode} />
        {isChosenForThem && (
          <p className="mt-3 flex items-center gap-3">
            <Avatar name={profile.name} portrait={{ seed: profile.portraitSeed }} />
            <span>
              <span className="font-medium">{profile.name}</span> is free then and will see you.
            </span>
          </p>
        )}
        <p className="mt-2">
          {service.name}, {service.durationMinutes} min, {VISIT_MODE_WORDS[mode].toLowerCase()}, {formatPrice(service.price)}
        </p>
        <HeldFor state={hold.state} clockOffset={clockOffset} />
      </div>
      {awaitsCalendar && (
        <Alert tone="pending" announce="polite" className="mb-6" title={`${profile.name}’s calendar is not answering just now`}>
          You can still ask for this time. We hold it for you and confirm as soon as the calendar answers.
        </Alert>
      )}
      <h2 ref={headingRef} tabIndex={-1} className="mb-4">
        Who is coming?
      </h2>
      <Suspense fallback={<FormSkeleton />}>
        <DetailsForm id={FORM_ID} draft={draft} onDraft={onDraft} mode={mode} providerName={profile.name} refusal={confirm.refusal} onSubmit={confirm.submit} />
      </Suspense>
      {confirm.refusal && confirm.refusal.fields.length === 0 && (
        <Alert tone="danger" announce="assertive" className="mt-5">
          {confirm.refusal.message}
        </Alert>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 max-lg:hidden">
        <Button type="submit" form={FORM_ID} variant="primary" size="lg" loading={working}>
          {label}
        </Button>
        <p className="text-sm text-muted">You can move or cancel later without an account.</p>
      </div>
      <PhoneBar
        label="Your chosen time"
        action={
          <Button type="submit" form={FORM_ID} variant="primary" size="lg" loading={working}>
            {service.requiresApproval || awaitsCalendar ? "Ask for it" : "Confirm"}
          </Button>
        }
      >
        <p className="text-sm text-muted">
          {weekdayShort} {dayMonthShort}
        </p>
        <p className="time-figure text-xl">{time}</p>
      </PhoneBar>
    </div>
  );
}

function HeldFor({ state, clockOffset }: { state: HoldState; clockOffset: number }) {
  const [endedHold, setEndedHold] = useState<string | null>(null);
  if (state.kind !== "held") return <p className="mt-2 text-sm text-muted">Keeping this time for you…</p>;
  if (endedHold === state.hold.holdId) return <p className="mt-2 text-sm text-pending-ink">We no longer keep this time for you. You can still confirm if nobody else takes it.</p>;
  return (
    <p className="mt-2 text-sm text-muted">
      <Countdown key={state.hold.holdId} label="Kept for you for" endsAt={Date.parse(state.hold.expiresAt)} clockOffset={clockOffset} onEnd={() => setEndedHold(state.hold.holdId)} />
    </p>
  );
}

function FormSkeleton() {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">Loading the form…</span>
      <Skeleton className="h-17" />
      <div className="grid gap-5 sm:grid-cols-2">
        <Skeleton className="h-17" />
        <Skeleton className="h-17" />
      </div>
      <Skeleton className="h-14" />
      <Skeleton className="h-32" />
    </div>
  );
}
