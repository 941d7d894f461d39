import { loadAvailabilityFacts } from "@/application/availability/load-availability-facts";
import { sqlOf } from "@/application/shared/sql";
import { dayWindows } from "@/domain/availability/day-windows";
import { decideWeekPrompt, findInWeek } from "@/domain/messages/decide-notice";
import { noticeDate, weekAfter } from "@/domain/messages/notice-window";
import type { CivilDate } from "@/domain/time/calendar-day";
import { startOfDay } from "@/domain/time/civil-date";
import type { Tx } from "@/platform/db";
import { STANDING } from "./load-agenda";
import { noticeReader } from "./notice-reader";

/** What is worth a word about the week after a Friday, or why nothing is. */
export async function weekPromptOf(tx: Tx, providerId: string, onDate: CivilDate) {
  const { timeZone, weekPromptByEmail } = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { timeZone: true, weekPromptByEmail: true } });
  const week = { isWanted: weekPromptByEmail, ...(await comingWeek(tx, providerId, onDate, timeZone)) };
  const verdict = decideWeekPrompt(week);
  const finding = findInWeek(week);
  if (!verdict.ok || finding === null) return verdict.ok ? "Next week has visits." : verdict.reason;
  return { notice: { template: "provider-week" as const, facts: { onDate, finding } }, path: finding === "no-hours" ? "/provider/availability" : "/provider/schedule", ...(await noticeReader(tx, providerId)) };
}

/** The week after the Friday on which the message was planned. */
export async function loadWeekPrompt(tx: Tx, { providerId, createdAt }: { providerId: string; createdAt: Date }) {
  const { timeZone } = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { timeZone: true } });
  return weekPromptOf(tx, providerId, noticeDate("provider-week", createdAt.getTime(), timeZone));
}

async function comingWeek(tx: Tx, providerId: string, friday: CivilDate, timeZone: string) {
  const week = weekAfter(friday);
  const [from, to] = [startOfDay(week.from, timeZone), startOfDay(week.to, timeZone)];
  const [facts] = await loadAvailabilityFacts(sqlOf(tx), { ids: [providerId] }, { from, to, now: from });
  const visits = await tx.booking.count({ where: { providerId, startsAt: { gte: new Date(from), lt: new Date(to) }, status: { in: STANDING } } });
  if (facts === undefined) return { hasHours: false, isOpen: false, visits };
  const { schedule } = facts;
  const hasDatedHours = schedule.exceptions.some(({ kind, onDate, startMinute }) => kind !== "closed" && startMinute !== undefined && onDate >= week.from && onDate < week.to);
  return { hasHours: schedule.weekly.length > 0 || hasDatedHours, isOpen: overlaps(dayWindows(schedule, from, to), from, to), visits };
}

/** Whether any of the windows, given by their edges, reaches into `[from, to)`. */
function overlaps(edges: readonly number[], from: number, to: number): boolean {
  for (let at = 0; at < edges.length; at += 2) if ((edges[at] ?? 0) < to && (edges[at + 1] ?? 0) > from) return true;
  return false;
}
