import { formatInstant, type InstantParts } from "@/domain/time/format-instant";
import { zoneCity } from "@/domain/time/format-time";
import type { AppointmentFacts } from "./appointment-facts";
import type { Recipient } from "./appointment-kinds";
import { LOCALES, type Language } from "./language";
import { cityName, hasCity } from "./words/city-name";
import { wordsIn } from "./words/words-in";

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

/** The language the reader reads. */
export const readerLanguage = (facts: AppointmentFacts, recipient: Recipient): Language => (recipient === "PATIENT" ? facts.languages.patient : facts.languages.provider);

/** A zone as readers of a language call it: "London time". */
export const zoneName = (timeZone: string, language: Language): string => (hasCity(timeZone) ? wordsIn(language).zone(cityName(timeZone, language)) : zoneCity(timeZone));

/** The appointment's time as its reader should see it: in their zone and language, the zone named in words, by our own zone rules. */
export function appointmentTime(facts: AppointmentFacts, recipient: Recipient): AppointmentTime {
  const zone = readerZone(facts, recipient);
  const language = readerLanguage(facts, recipient);
  const words = wordsIn(language);
  const start = formatInstant(facts.startsAt, zone, LOCALES[language]);
  const there = facts.place && formatInstant(facts.startsAt, facts.place.timeZone, LOCALES[language]);
  const differs = there !== null && there.local !== start.local;
  const isSameDay = there?.date === start.date;
  const city = facts.place && cityName(facts.place.timeZone, language);
  const named = zoneName(zone, language);
  const short = words.shortMoment(`${start.weekdayShort} ${start.dayMonthShort}`, start.time, named);
  return {
    weekday: start.weekday,
    weekdayShort: start.weekdayShort,
    day: String(Number(start.local.slice(8, 10))),
    monthYear: start.monthYear,
    monthShort: monthShort(start),
    date: start.date,
    time: start.time,
    until: formatInstant(facts.endsAt, zone, LOCALES[language]).time,
    zone: named,
    sentence: words.moment(start.date, start.time, named),
    short: differs ? `${short} ${words.shortElsewhere(isSameDay ? there.time : `${there.weekdayShort} ${there.time}`, city ?? "")}` : short,
    elsewhere: differs ? words.elsewhere(isSameDay ? there.time : `${there.date}, ${there.time}`, city ?? "") : null,
  };
}

/** Portuguese writes short dates in figures, so there the month's name is cut short. */
const monthShort = ({ dayMonthShort, monthYear }: InstantParts): string => dayMonthShort.replace(/[\d\s./]/g, "") || monthYear.slice(0, 3);

/** "Tuesday 24 November, 15:30 London time" */
export function instantSentence(epochMs: number, timeZone: string, language: Language = "en"): string {
  const parts = formatInstant(epochMs, timeZone, LOCALES[language]);
  return wordsIn(language).moment(parts.date, parts.time, zoneName(timeZone, language));
}

/** "Tuesday 24 November, 15:30 to 16:00, London time" */
export function spanSentence({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }, timeZone: string, language: Language = "en"): string {
  const [from, until] = [formatInstant(startsAt, timeZone, LOCALES[language]), formatInstant(endsAt, timeZone, LOCALES[language])];
  return wordsIn(language).span(from.date, from.time, until.time, zoneName(timeZone, language));
}
