import type { DifferenceView } from "@/application/sync-doctor/sync-doctor-schemas";

type Span = DifferenceView["here"];

const WORDS: Record<DifferenceView["kind"], string> = {
  "visit-missing": "is not in Google",
  "visit-moved": "has another time in Google",
  "visit-extra": "still stands in Google",
  "busy-missing": "An event in Google that blocks nothing here yet",
  "busy-moved": "An event that moved in Google",
  "busy-extra": "Time blocked by an event that Google no longer shows",
};

const EDIT_WORDS: Partial<typeof WORDS> = { "visit-missing": "was deleted in Google", "visit-moved": "was moved in Google" };

/** What differs, as a sentence without its end. */
export function differenceInWords({ kind, reference, isEdit }: DifferenceView): string {
  const words = (isEdit && EDIT_WORDS[kind]) || WORDS[kind];
  return reference === null ? words : `Visit ${reference} ${words}`;
}

const days = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const dayOf = (local: string): string => days.format(new Date(`${local.slice(0, 10)}T00:00:00Z`));

/** "Tue 24 Nov, 10:00 to 10:30"; the second day only where there is one. */
export function spanInWords(span: Span): string {
  if (span === null) return "Nothing";
  const { localFrom, localTo } = span;
  const isOneDay = localFrom.slice(0, 10) === localTo.slice(0, 10);
  return `${dayOf(localFrom)}, ${localFrom.slice(11, 16)} to ${isOneDay ? "" : `${dayOf(localTo)}, `}${localTo.slice(11, 16)}`;
}

/** What follows from pressing "Mend". */
export const mendedInWords = (differences: number): string => (differences === 0 ? "Nothing is left to mend" : `${differences === 1 ? "1 difference is" : `${differences} differences are`} being mended`);
