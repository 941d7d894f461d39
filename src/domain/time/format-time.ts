import { daysBetween, type CivilDate } from "./calendar-day";

/** A wall-clock reading to the minute, "2026-11-24T15:30", whatever the zone. */
export type LocalTime = string;

export type LocalParts = {
  /** "15:30" */
  time: string;
  /** "Tuesday 24 November" */
  date: string;
  /** "Tuesday 24 November, 15:30" */
  dateTime: string;
  /** "Tuesday" */
  weekday: string;
  /** "Tue" */
  weekdayShort: string;
  /** "24 Nov" */
  dayMonthShort: string;
  /** "November 2026" */
  monthYear: string;
};

const DEFAULT_LOCALE = "en-GB";
const formatters = new Map<string, Intl.DateTimeFormat>();

// Readings are formatted as UTC, so no zone rules are needed, neither the browser's nor Node's.
function format(epochMs: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formatters.set(key, formatter);
  const text = formatter.format(epochMs);
  // ICU versions disagree on commas in en-GB, which would make server and browser render different text.
  return locale === DEFAULT_LOCALE ? text.replaceAll(",", "") : text;
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function readingMs(local: LocalTime): number {
  const ms = LOCAL.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`Not a local time in the form YYYY-MM-DDTHH:mm: ${local}`);
  return ms;
}

/** Writes a local reading for people. Needs no zone data, so it is safe in the browser. */
export function formatLocal(local: LocalTime, locale: string = DEFAULT_LOCALE): LocalParts {
  const ms = readingMs(local);
  const time = format(ms, locale, { timeStyle: "short" });
  const date = format(ms, locale, { weekday: "long", day: "numeric", month: "long" });
  return {
    time,
    date,
    dateTime: `${date}, ${time}`,
    weekday: format(ms, locale, { weekday: "long" }),
    weekdayShort: format(ms, locale, { weekday: "short" }),
    dayMonthShort: format(ms, locale, { day: "numeric", month: "short" }),
    monthYear: format(ms, locale, { month: "long", year: "numeric" }),
  };
}

/** A date for people: "Tuesday 24 November", with the year when `withYear`. Needs no zone data. */
export function formatDate(onDate: CivilDate, locale: string = DEFAULT_LOCALE, withYear = false): string {
  const year = withYear ? ({ year: "numeric" } as const) : {};
  return format(readingMs(`${onDate}T00:00`), locale, { weekday: "long", day: "numeric", month: "long", ...year });
}

/** "today", "tomorrow", or the date in words; in English, as messages and pages are. */
export function dayInWords(onDate: CivilDate, today: CivilDate, locale: string = DEFAULT_LOCALE): string {
  const days = daysBetween(today, onDate);
  return days === 0 ? "today" : days === 1 ? "tomorrow" : formatDate(onDate, locale);
}

/** The part of the day a local reading falls in: before 12:00, before 17:00, later. */
export function partOfDay(local: LocalTime): "morning" | "afternoon" | "evening" {
  const hour = Number(local.slice(11, 13));
  return hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
}

/** The place a zone is named after: "America/New_York" is "New York"; zones without a place keep their name. */
export function zoneCity(timeZone: string): string {
  if (timeZone.startsWith("Etc/")) return timeZone.slice(4);
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** A zone in words: "London time", "New York time", "UTC". */
export function zoneInWords(timeZone: string): string {
  const city = zoneCity(timeZone);
  return timeZone.includes("/") && !timeZone.startsWith("Etc/") ? `${city} time` : city;
}

/**
 * How another zone's clocks stand to the reader's: "Berlin is 1 hour ahead", "New York is 5 hours behind".
 * Offsets are minutes east at the same instant; readings of one instant give the same difference by `minutesApart`.
 */
export function offsetDifference(otherZone: string, otherOffset: number, ownOffset: number): string {
  const difference = Math.round(otherOffset - ownOffset);
  const city = zoneCity(otherZone);
  if (difference === 0) return `${city} has the same time`;
  const hours = Math.floor(Math.abs(difference) / 60);
  const minutes = Math.abs(difference) % 60;
  const parts = [hours > 0 && plural(hours, "hour"), minutes > 0 && plural(minutes, "minute")].filter(Boolean);
  return `${city} is ${parts.join(" ")} ${difference > 0 ? "ahead" : "behind"}`;
}

/** Minutes by which reading `other` is ahead of reading `own`, both of the same instant. */
export function minutesApart(other: LocalTime, own: LocalTime): number {
  return (readingMs(other) - readingMs(own)) / 60_000;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
