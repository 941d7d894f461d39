"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import type { SlotsView, SlotView } from "@/application/availability/availability-schemas";
import type { AnySlotsView, ClinicView } from "@/application/clinics/clinic-schemas";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { changeBookingAddress } from "@/features/booking/booking-address";
import { loadDetailsForm } from "@/features/booking/details-step";
import { findSlot } from "@/features/booking/find-slot";
import { ServiceChoice } from "@/features/booking/service-choice";
import { TakenNotice } from "@/features/booking/taken-notice";
import { TimePicker } from "@/features/booking/time-picker";
import { useSlots } from "@/features/booking/use-slots";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { SegmentedControl } from "@/ui/segmented-control";
import { chooseAtClinic, clinicZone, whoseTimes, type ClinicChoice } from "./choose-at-clinic";
import { PlaceChoice } from "./place-choice";
import { useAnyHold } from "./use-any-hold";
import { useClinicAddress } from "./use-clinic-address";
import { WhoWith } from "./who-with";

type ClinicFlowProps = {
  clinic: ClinicView;
  /** Taken where the address asks for what cannot be had. */
  fallback: ClinicChoice;
  /** The times the server already found for what the page was asked for. */
  initial: SlotsView | AnySlotsView;
  timeZone: string;
  /** In `timeZone`. */
  today: CivilDate;
};

/** What for, with whom and when. A chosen time is held with whoever is free, or taken to the page of the chosen person. */
export function ClinicFlow({ clinic, fallback, initial, timeZone, today }: ClinicFlowProps) {
  const router = useRouter();
  const { address, change } = useClinicAddress();
  const [month, setMonth] = useState<string | null>(address.day?.slice(0, 7) ?? null);
  const choice = chooseAtClinic(clinic, address) ?? fallback;
  const { service, mode, location, person, people } = choice;
  const whose = whoseTimes(clinic, choice);
  const found = useSlots({ whose, service: service.slug, horizonDays: choice.horizonDays, timeZone, today, initial, until: month ? addDays(`${month}-01`, 31) : today });
  const anyHold = useAnyHold(timeZone, found.refetch);
  const zone = clinicZone(choice, timeZone);
  const { refused } = anyHold;

  function pick(slot: SlotView) {
    if (typeof whose !== "string") void anyHold.take({ ...whose, service: service.slug }, slot);
    else router.push(`/p/${whose}${changeBookingAddress("", { service: service.slug, mode, day: slot.localStart.slice(0, 10), at: slot.startsAt })}`);
  }

  return (
    <div className="min-w-0">
      {clinic.services.length > 1 && (
        <section aria-labelledby="visit-heading" className="mb-7">
          <h2 id="visit-heading" className="mb-3">
            What for?
          </h2>
          <ServiceChoice services={clinic.services} value={service.slug} onChoose={(slug) => change({ service: slug, mode: null, person: null })} />
        </section>
      )}
      <section aria-labelledby="who-heading" className="mb-7">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="who-heading">Who with?</h2>
          <PlaceChoice choice={choice} onChoose={(slug) => change({ location: slug, person: null })} />
        </div>
        <WhoWith people={people} value={person?.slug ?? null} onChoose={(slug) => change({ person: slug })} />
      </section>
      <section aria-labelledby="time-heading">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
          <h2 id="time-heading">When suits you?</h2>
          {service.modes.length > 1 && (
            <SegmentedControl label="How you meet" segments={service.modes.map((value) => ({ value, label: VISIT_MODE_WORDS[value] }))} value={mode} onValueChange={(value) => change({ mode: value })} />
          )}
        </div>
        <TimePicker
          found={found}
          today={today}
          timeZone={timeZone}
          providerTimeZone={zone}
          day={address.day}
          onDayChange={(day) => {
            setMonth(day.slice(0, 7));
            change({ day });
          }}
          month={month}
          onMonthChange={setMonth}
          picked={anyHold.taking?.startsAt ?? null}
          onPick={pick}
          onAim={loadDetailsForm}
          notice={
            <>
              <p role="status" className="sr-only">
                {anyHold.taking && "Keeping this time for you…"}
              </p>
              {refused && <TakenNotice refusal={refused.refusal} wanted={refused.slot} alternatives={refused.refusal.alternatives.map(({ startsAt }) => findSlot(startsAt, found.slots, timeZone, zone, service.durationMinutes))} onPick={pick} />}
            </>
          }
          clinic={location ?? choice.locations[0] ?? null}
        />
      </section>
    </div>
  );
}
