import type { AvailabilityException, ScheduleFacts, WeeklyRule } from "@/domain/availability/availability-facts";
import { addDays, compare, type CivilDate, type Weekday } from "@/domain/time/calendar-day";
import type { Db, Tx } from "@/platform/db";
import { fromDateColumn, toDateColumn } from "./civil-date-column";

type ExceptionRow = { kind: "CLOSED" | "EXTRA" | "HOURS"; fromDate: Date; toDate: Date; startMinute: number | null; endMinute: number | null };

/** The schedule as the engine knows it, with the exceptions of the local dates `[from, to]`. */
export async function loadScheduleFacts(db: Db | Tx, provider: { id: string; timeZone: string; organizationId: string | null }, from: CivilDate, to: CivilDate): Promise<ScheduleFacts> {
  const [rules, exceptions, holidays] = await Promise.all([
    db.availabilityRule.findMany({ where: { providerId: provider.id } }),
    db.availabilityException.findMany({ where: { providerId: provider.id, toDate: { gte: toDateColumn(from) }, fromDate: { lte: toDateColumn(to) } } }),
    provider.organizationId === null
      ? []
      : db.holiday.findMany({ where: { organizationId: provider.organizationId, onDate: { gte: toDateColumn(from), lte: toDateColumn(to) } } }),
  ]);
  const ofKind = (kind: "OPEN" | "BREAK"): WeeklyRule[] => rules.filter((rule) => rule.kind === kind).map(toWeeklyRule);
  return {
    timeZone: provider.timeZone,
    weekly: ofKind("OPEN"),
    breaks: ofKind("BREAK"),
    exceptions: exceptions.flatMap((row) => exceptionDays(row, from, to)),
    holidays: holidays.map(({ onDate }) => fromDateColumn(onDate)),
  };
}

export const toWeeklyRule = (rule: { weekday: number; startMinute: number; endMinute: number }): WeeklyRule => ({
  weekday: rule.weekday as Weekday,
  startMinute: rule.startMinute,
  endMinute: rule.endMinute,
});

const KIND = { CLOSED: "closed", EXTRA: "extra", HOURS: "hours" } as const;

/** One fact per local day of a stored exception within `[from, to]`. */
function exceptionDays(row: ExceptionRow, from: CivilDate, to: CivilDate): AvailabilityException[] {
  const days: AvailabilityException[] = [];
  const last = compare(fromDateColumn(row.toDate), to) < 0 ? fromDateColumn(row.toDate) : to;
  let onDate = compare(fromDateColumn(row.fromDate), from) > 0 ? fromDateColumn(row.fromDate) : from;
  for (; compare(onDate, last) <= 0; onDate = addDays(onDate, 1)) {
    const minutes = row.startMinute === null || row.endMinute === null ? {} : { startMinute: row.startMinute, endMinute: row.endMinute };
    days.push({ onDate, kind: KIND[row.kind], ...minutes });
  }
  return days;
}
