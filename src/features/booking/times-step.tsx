"use client";

import type { ReactNode, RefObject } from "react";
import type { SlotView } from "@/application/availability/availability-schemas";
import type { ProviderProfile, ServiceView } from "@/application/providers/provider-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import type { CivilDate } from "@/domain/time/calendar-day";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { SegmentedControl } from "@/ui/segmented-control";
import type { BookingAddress } from "./booking-address";
import { ServiceChoice } from "./service-choice";
import { TimePicker } from "./time-picker";
import type { Slots } from "./use-slots";

type TimesStepProps = {
  profile: ProviderProfile;
  service: ServiceView;
  mode: VisitMode;
  found: Slots;
  timeZone: string;
  today: CivilDate;
  day: CivilDate | null;
  month: string | null;
  onMonthChange: (month: string) => void;
  onChange: (changes: Partial<BookingAddress>) => void;
  onPick: (slot: SlotView) => void;
  onAim: () => void;
  notice: ReactNode;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** What for, how, and when. */
export function TimesStep({ profile, service, mode, found, timeZone, today, day, month, onMonthChange, onChange, onPick, onAim, notice, headingRef }: TimesStepProps) {
  return (
    <div>
      {profile.services.length > 1 ? (
        <section aria-labelledby="visit-heading" className="mb-7">
          <h2 id="visit-heading" className="mb-3">
            What for?
          </h2>
          <ServiceChoice services={profile.services} value={service.slug} onChoose={(slug) => onChange({ service: slug, mode: null })} />
        </section>
      ) : null}
      <section aria-labelledby="time-heading">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
          <h2 id="time-heading" ref={headingRef} tabIndex={-1}>
            When suits you?
          </h2>
          {service.modes.length > 1 && (
            <SegmentedControl label="How you meet" segments={service.modes.map((value) => ({ value, label: VISIT_MODE_WORDS[value] }))} value={mode} onValueChange={(value) => onChange({ mode: value })} />
          )}
        </div>
        <TimePicker
          found={found}
          today={today}
          timeZone={timeZone}
          providerTimeZone={profile.timeZone}
          day={day}
          onDayChange={(date) => onChange({ day: date })}
          month={month}
          onMonthChange={onMonthChange}
          picked={null}
          onPick={onPick}
          onAim={onAim}
          notice={notice}
          clinic={profile.location}
        />
      </section>
    </div>
  );
}
