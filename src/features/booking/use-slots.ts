"use client";

import { useState } from "react";
import type { SlotsView, SlotView } from "@/application/availability/availability-schemas";
import type { AnySlotsView } from "@/application/clinics/clinic-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { useAnswers } from "@/features/api/use-answers";
import { RANGE_DAYS, rangesUntil, slotRange } from "./slot-ranges";

/** Open pages follow what others book. */
const REFRESH_MS = 60_000;

export interface SlotsQuestion {
  /** Whose times, or those of everybody at a clinic (or one of its locations) who sees patients in this way. */
  readonly whose: string | { readonly organization: string; readonly location?: string; readonly mode: VisitMode };
  readonly service: string;
  readonly horizonDays: number;
  readonly timeZone: string;
  /** In `timeZone`. */
  readonly today: CivilDate;
  /** What the server already found for the first range. */
  readonly initial?: SlotsView | AnySlotsView;
  /** False while no times are shown: nothing is asked then. */
  readonly isShown?: boolean;
  /** Days up to this one are needed. */
  readonly until: CivilDate;
  /** Asks for where the visit of this manage link can move to, with its own time not in the way. */
  readonly manageToken?: string;
}

export interface Slots {
  readonly slots: readonly SlotView[];
  /** Everything up to this day is known; the day before today while nothing is. */
  readonly knownUntil: CivilDate;
  readonly lastDay: CivilDate;
  readonly isLoading: boolean;
  /** What `refusalOf` reads; null while nothing failed. */
  readonly error: unknown;
  refetch(): void;
}

/** Free times from today on. Looks further by itself while it has found none. */
export function useSlots({ whose, service, horizonDays, timeZone, today, initial, isShown = true, until, manageToken }: SlotsQuestion): Slots {
  const lastDay = addDays(today, horizonDays);
  const most = rangesUntil(today, lastDay, lastDay);
  const asked = JSON.stringify([whose, service]);
  const [reach, setReach] = useState({ asked, ranges: 1 });
  const searched = reach.asked === asked ? reach.ranges : 1;
  const count = Math.min(most, Math.max(searched, rangesUntil(today, until, lastDay)));
  const isInitial = initial !== undefined && initial.service === service && initial.timeZone === timeZone;
  const ranges = Array.from({ length: count }, (_, index) => ({ timeZone, ...slotRange(today, index, horizonDays) }));
  const kept = { isEnabled: isShown, refreshMs: REFRESH_MS };
  const movable = useAnswers("bookings.moveSlotsByLink", manageToken === undefined ? [] : ranges.map((range) => ({ manageToken, ...range })), kept);
  const ofOne = useAnswers("availability.slots", manageToken !== undefined || typeof whose !== "string" ? [] : ranges.map((range) => ({ provider: whose, service, ...range })), { ...kept, initial: isInitial && isOfOne(initial) && initial.provider === whose ? initial : undefined });
  const ofAny = useAnswers("clinics.anySlots", typeof whose === "string" ? [] : ranges.map((range) => ({ ...whose, service, ...range })), { ...kept, initial: isInitial && !isOfOne(initial) && isFor(initial, whose) ? initial : undefined });
  const { answers, askAgain } = manageToken !== undefined ? movable : typeof whose === "string" ? ofOne : ofAny;
  const known = answers.findIndex(({ data }) => data === undefined);
  const knownRanges = known === -1 ? answers.length : known;
  const slots = answers.flatMap(({ data }) => data?.slots.map(toSlot) ?? []);
  // Adjusting state while rendering: nothing was found so far and there is more to look at.
  if (knownRanges === count && slots.length === 0 && count < most && searched !== count + 1) setReach({ asked, ranges: count + 1 });
  const end = addDays(today, knownRanges * RANGE_DAYS - 1);
  return {
    slots,
    knownUntil: end < lastDay ? end : lastDay,
    lastDay,
    isLoading: known !== -1 && answers.every(({ error }) => error === null),
    error: answers.find(({ data, error }) => error !== null && data === undefined)?.error ?? null,
    refetch: askAgain,
  };
}

const isOfOne = (view: SlotsView | AnySlotsView): view is SlotsView => "provider" in view;

const isFor = ({ organization, location, mode }: AnySlotsView, whose: SlotsQuestion["whose"]) => typeof whose !== "string" && organization === whose.organization && location === (whose.location ?? null) && mode === whose.mode;

/** When anybody may take it, the end is known once it is known who does. */
const toSlot = (slot: SlotView | AnySlotsView["slots"][number]): SlotView =>
  "clinicLocalStart" in slot ? { startsAt: slot.startsAt, endsAt: slot.startsAt, localStart: slot.localStart, providerLocalStart: slot.clinicLocalStart } : slot;
