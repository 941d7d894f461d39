import { addDays, weekdayOf } from "@/domain/time/calendar-day";
import { civilDateOf } from "@/domain/time/civil-date";
import { fromLocal } from "@/domain/time/local-time";
import type { Interval } from "@/domain/time/interval";

interface Habit {
  readonly title: string;
  /** ISO weekday. */
  readonly weekday: number;
  /** On the provider's wall clock, "HH:mm-HH:mm". */
  readonly hours: string;
  /** Weeks from the one in which the demonstration began. */
  readonly weeks: readonly number[];
  /** Shown in Google as free: takes no time away. */
  readonly isFree?: true;
}

const EVERY_WEEK = [-1, 0, 1, 2, 3, 4, 5];

/** What the providers with a connected calendar do beside their work. Nobody but they themselves ever reads these titles. */
const HABITS: Readonly<Record<string, readonly Habit[]>> = {
  "amara-okafor": [
    { title: "School run", weekday: 2, hours: "16:00-17:00", weeks: EVERY_WEEK },
    { title: "Choir", weekday: 4, hours: "15:30-17:00", weeks: [0, 2, 4] },
    { title: "Dentist", weekday: 3, hours: "11:00-12:00", weeks: [1] },
    { title: "Lunch with Ngozi", weekday: 5, hours: "12:00-13:30", weeks: [0, 1, 3] },
    { title: "Washing machine is delivered", weekday: 1, hours: "09:00-12:00", weeks: [1], isFree: true },
  ],
  "jonas-weber": [
    { title: "Team meeting", weekday: 1, hours: "08:00-08:45", weeks: EVERY_WEEK },
    { title: "House calls", weekday: 3, hours: "11:00-12:30", weeks: EVERY_WEEK },
    { title: "Car to the garage", weekday: 4, hours: "14:00-15:00", weeks: [1] },
    { title: "Tax adviser", weekday: 2, hours: "14:30-16:00", weeks: [0, 3] },
    { title: "Reinhard's birthday", weekday: 5, hours: "08:00-20:00", weeks: [1], isFree: true },
  ],
  "daniel-rosen": [
    { title: "Grand rounds", weekday: 2, hours: "08:30-09:30", weeks: EVERY_WEEK },
    { title: "Teaching", weekday: 4, hours: "15:00-16:30", weeks: [0, 1, 3, 4] },
    { title: "Flight to Boston", weekday: 3, hours: "13:00-16:30", weeks: [2] },
    { title: "Call the landlord", weekday: 1, hours: "11:30-12:00", weeks: [0, 1] },
  ],
};

export interface PrivateEvent {
  /** As Google takes it from a client: only a to v and digits. */
  readonly id: string;
  readonly title: string;
  readonly span: Interval;
  readonly isFree: boolean;
}

/** The private events of a provider around `now` (epoch ms), the same ones whenever it is asked in the same week. */
export function privateEventsOf(slug: string, timeZone: string, now: number): PrivateEvent[] {
  const today = civilDateOf(now, timeZone);
  const monday = addDays(today, 1 - weekdayOf(today));
  return (HABITS[slug] ?? []).flatMap(({ title, weekday, hours, weeks, isFree = false }) =>
    weeks.map((week) => {
      const onDate = addDays(monday, week * 7 + weekday - 1);
      const [start = "", end = ""] = hours.split("-");
      const span: Interval = [fromLocal(`${onDate}T${start}`, timeZone), fromLocal(`${onDate}T${end}`, timeZone)];
      return { id: Buffer.from(`${slug} ${onDate} ${start}`).toString("hex"), title, span, isFree };
    }),
  );
}
