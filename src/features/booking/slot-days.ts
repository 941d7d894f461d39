import type { SlotView } from "@/application/availability/availability-schemas";
import type { CivilDate } from "@/domain/time/calendar-day";
import { partOfDay } from "@/domain/time/format-time";

export type SlotDays = ReadonlyMap<CivilDate, readonly SlotView[]>;

/** Slots by the date on which the reader sees them, in order of time; with `eveningsOnly`, those from 17:00. */
export function slotsByDay(slots: readonly SlotView[], eveningsOnly = false): SlotDays {
  const days = new Map<CivilDate, SlotView[]>();
  for (const slot of slots) {
    if (eveningsOnly && partOfDay(slot.localStart) !== "evening") continue;
    const onDate = slot.localStart.slice(0, 10);
    const day = days.get(onDate);
    if (day) day.push(slot);
    else days.set(onDate, [slot]);
  }
  return days;
}

const PARTS = [
  { part: "morning", title: "Morning" },
  { part: "afternoon", title: "Afternoon" },
  { part: "evening", title: "Evening" },
] as const;

/** A day's slots under morning, afternoon and evening; parts without any are left out. */
export function slotsByPart(slots: readonly SlotView[]): { title: string; slots: SlotView[] }[] {
  return PARTS.map(({ part, title }) => ({ title, slots: slots.filter((slot) => partOfDay(slot.localStart) === part) })).filter((group) => group.slots.length > 0);
}

export const timesInWords = (count: number): string => `${count} free ${count === 1 ? "time" : "times"}`;
