import { addDays, weekdayOf, type CivilDate } from "@/domain/time/calendar-day";
import { civilDateOf } from "@/domain/time/civil-date";
import { fromLocal } from "@/domain/time/local-time";

/** What goes to a provider by the clock: the visits of a day, and on Fridays a word about the week to come. */
export const CLOCK_NOTICES = ["provider-agenda", "provider-week"] as const;
export type ClockNotice = (typeof CLOCK_NOTICES)[number];

/** When a notice is sent: from `opensAt` on, and after `closesAt` not any more. Epoch ms. */
export interface NoticeWindow {
  readonly opensAt: number;
  readonly closesAt: number;
}

/**
 * The window of the notice that belongs to `onDate` where its reader lives. The day's visits go at 07:00 on their clocks, and
 * until 12:00 when nobody could send them earlier; the word about next week at 12:00, and until 12:00 of the day after.
 */
export function noticeWindow(kind: ClockNotice, onDate: CivilDate, timeZone: string): NoticeWindow {
  const at = (date: CivilDate, time: string) => fromLocal(`${date}T${time}`, timeZone);
  return kind === "provider-agenda" ? { opensAt: at(onDate, "07:00"), closesAt: at(onDate, "12:00") } : { opensAt: at(onDate, "12:00"), closesAt: at(addDays(onDate, 1), "12:00") };
}

const FRIDAY = 5;

/** The date whose notice may have its turn at `now` (epoch ms): today, or the Friday that was last. */
export function noticeDate(kind: ClockNotice, now: number, timeZone: string): CivilDate {
  const today = civilDateOf(now, timeZone);
  return kind === "provider-agenda" ? today : addDays(today, -((weekdayOf(today) - FRIDAY + 7) % 7));
}

/** What was missed is looked at for this long after its window, so that it is on record as too late; later nobody asks. */
const REMEMBERED_MS = 12 * 3_600_000;

/** Whether a notice has its turn at `now` (epoch ms), be it to be sent or to be noted as too late. */
export const isNoticeDue = ({ opensAt, closesAt }: NoticeWindow, now: number): boolean => now >= opensAt && now <= closesAt + REMEMBERED_MS;

/** The Monday after a Friday, and the Monday after that: the week the Friday's word is about, `[from, to)`. */
export const weekAfter = (friday: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } => ({ from: addDays(friday, 3), to: addDays(friday, 10) });
