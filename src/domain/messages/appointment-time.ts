import { zoneCity } from "@/domain/time/format-time";
import { formatInstant } from "@/domain/time/format-instant";
import type { AppointmentFacts } from "./appointment-facts";
import type { Recipient } from "./message-template";

export interface AppointmentTime {
  readonly weekday: string;
  readonly weekdayShort: string;
  /** "24" */
  readonly day: string;
  /** "November 2026" */
  readonly monthYear: string;
  /** "Nov" */
  readonly monthShort: string;
  /** "Tuesday 24 November" */
  readonly date: string;
  readonly time: string;
  readonly until: string;
  /** "London time" */
  readonly zone: string;
  /** "Tuesday 24 November, 15:30 London time" */
  readonly sentence: string;
  /** "Tue 24 Nov, 15:30 London time", and the place's own time when it differs: "… (16:30 in Berlin)" */
  readonly short: string;
  /** The same start where the visit happens, when clocks there read differently: "16:30 in Berlin, where the clinic is". */
  readonly elsewhere: string | null;
}

/** The time zone in which the reader lives. */
export const readerZone = (facts: AppointmentFacts, recipient: Recipient): string => (recipient === "PATIENT" ? facts.patient.timeZone : facts.provider.timeZone);

/** The appointment's time as its reader should see it: in their zone, named in words, by our own zone rules. */
export function appointmentTime(facts: AppointmentFacts, recipient: Recipient): AppointmentTime {
  const zone = readerZone(facts, recipient);
  const start = formatInstant(facts.startsAt, zone);
  const there = facts.place && formatInstant(facts.startsAt, facts.place.timeZone);
  const differs = there !== null && there.local !== start.local;
  const isSameDay = there?.date === start.date;
  const thereTime = there && (isSameDay ? there.time : `${there.date}, ${there.time}`);
  const city = facts.place && zoneCity(facts.place.timeZone);
  return {
    weekday: start.weekday,
    weekdayShort: start.weekdayShort,
    day: String(Number(start.local.slice(8, 10))),
    monthYear: start.monthYear,
    monthShort: start.dayMonthShort.replace(/[\d\s.]/g, ""),
    date: start.date,
    time: start.time,
    until: formatInstant(facts.endsAt, zone).time,
    zone: start.zone,
    sentence: `${start.dateTime} ${start.zone}`,
    short: `${start.weekdayShort} ${start.dayMonthShort}, ${start.time} ${start.zone}${differs ? ` (${isSameDay ? there.time : `${there.weekdayShort} ${there.time}`} in ${city})` : ""}`,
    elsewhere: differs ? `${thereTime} in ${city}, where the clinic is` : null,
  };
}

/** "Tuesday 24 November, 15:30 London time" */
export function instantSentence(epochMs: number, timeZone: string): string {
  const parts = formatInstant(epochMs, timeZone);
  return `${parts.dateTime} ${parts.zone}`;
}
