import type { CivilDate, Weekday } from "@/domain/time/calendar-day";

/**
 * Weekly hours on an ISO weekday (1 is Monday), in local minutes from midnight, 0–1440. `endMinute <= startMinute`
 * crosses midnight into the next day; an `endMinute` of 0 or 1440 is midnight. Several on a weekday leave gaps between.
 */
export type WeeklyRule = { weekday: Weekday; startMinute: number; endMinute: number };

/** Taken out of weekly hours only, never out of dated `hours` or `extra`. Same minutes as WeeklyRule. */
export type BreakRule = { weekday: Weekday; startMinute: number; endMinute: number };

/**
 * A dated change, in local minutes from midnight, crossing midnight as WeeklyRule does.
 * `closed` without minutes is the whole local day and the hours that begin on it; with minutes, that part; it beats all else.
 * `hours` replaces the weekly hours that begin that day (without minutes: by nothing); several add up.
 * `extra` adds to them. Both open a holiday.
 */
export type AvailabilityException = {
  onDate: CivilDate;
  kind: "closed" | "extra" | "hours";
  startMinute?: number;
  endMinute?: number;
};

/** What a service asks of a slot. Minutes; `horizonDays` are local days after today; `dailyCap` bookings per local day. */
export type ServiceRules = {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  slotStepMinutes: number;
  minimumNoticeMinutes: number;
  horizonDays: number;
  dailyCap: number | null;
};

/** Whose time it is: the zone, the weekly hours, and what changes them. A holiday closes the weekly hours of its date. */
export type ScheduleFacts = {
  timeZone: string;
  weekly: WeeklyRule[];
  breaks: BreakRule[];
  exceptions: AvailabilityException[];
  holidays: CivilDate[];
};
