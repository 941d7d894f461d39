"use client";

import { useState } from "react";
import type { SlotsView, SlotView } from "@/application/availability/availability-schemas";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { useAnswers } from "@/features/api/use-answers";
import { RANGE_DAYS, rangesUntil, slotRange } from "./slot-ranges";

/** Open pages follow what others book. */
const REFRESH_MS = 60_000;

export interface SlotsQuestion {
  readonly provider: string;
  readonly service: string;
  readonly horizonDays: number;
  readonly timeZone: string;
  /** In `timeZone`. */
  readonly today: CivilDate;
  /** What the server already found for the first range. */
  readonly initial?: SlotsView;
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
export function useSlots({ provider, service, horizonDays, timeZone, today, initial, isShown = true, until, manageToken }: SlotsQuestion): Slots {
  const lastDay = addDays(today, horizonDays);
  const most = rangesUntil(today, lastDay, lastDay);
  const [reach, setReach] = useState({ service, ranges: 1 });
  const searched = reach.service === service ? reach.ranges : 1;
  const count = Math.min(most, Math.max(searched, rangesUntil(today, until, lastDay)));
  const isInitial = initial !== undefined && initial.service === service && initial.timeZone === timeZone;
  const ranges = Array.from({ length: count }, (_, index) => ({ timeZone, ...slotRange(today, index, horizonDays) }));
  const isMove = manageToken !== undefined;
  const free = useAnswers("availability.slots", isMove ? [] : ranges.map((range) => ({ provider, service, ...range })), { isEnabled: isShown, refreshMs: REFRESH_MS, initial: isInitial ? initial : undefined });
  const movable = useAnswers("bookings.moveSlotsByLink", isMove ? ranges.map((range) => ({ manageToken, ...range })) : [], { isEnabled: isShown, refreshMs: REFRESH_MS });
  const { answers, askAgain } = isMove ? movable : free;
  const known = answers.findIndex(({ data }) => data === undefined);
  const knownRanges = known === -1 ? answers.length : known;
  const slots = answers.flatMap(({ data }) => data?.slots ?? []);
  // Adjusting state while rendering: nothing was found so far and there is more to look at.
  if (knownRanges === count && slots.length === 0 && count < most && searched !== count + 1) setReach({ service, ranges: count + 1 });
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
