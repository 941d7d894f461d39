import { isSameSpan, type EventSpan } from "./event-span";

/** A visit and the one event that shows it. Epoch milliseconds. */
export interface ComparedVisit extends EventSpan {
  readonly seriesId: string;
  readonly reference: string;
}

/** Time taken by an event that is not ours. */
export interface TakenTime extends EventSpan {
  readonly externalEventId: string;
}

export interface CalendarStories {
  /** Visits whose event is to stand in the calendar, and was written there as far as we know. */
  readonly visitsHere: readonly ComparedVisit[];
  /** Events of ours that Google shows. */
  readonly visitsInGoogle: readonly ComparedVisit[];
  /** Series whose event a person changed or deleted in Google since we wrote it. */
  readonly editedSeries: ReadonlySet<string>;
  readonly takenHere: readonly TakenTime[];
  readonly takenInGoogle: readonly TakenTime[];
}

export const DIFFERENCE_KINDS = ["visit-missing", "visit-moved", "visit-extra", "busy-missing", "busy-moved", "busy-extra"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One thing the two sides tell differently. `here` and `inGoogle` are null where that side says nothing. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The booking series of a visit. */
  readonly seriesId: string | null;
  readonly reference: string | null;
  readonly here: EventSpan | null;
  readonly inGoogle: EventSpan | null;
  /** A person's edit in Google that was not taken in yet: reading it follows the provider's rules, writing would undo it. */
  readonly isEdit: boolean;
}

/** What the calendar and MedBookings tell differently, by time. Each side names an event once; equal sides give nothing. */
export function compareCalendar({ visitsHere, visitsInGoogle, editedSeries, takenHere, takenInGoogle }: CalendarStories): Difference[] {
  const shown = new Map(visitsInGoogle.map((visit) => [visit.seriesId, visit]));
  const expected = new Map(visitsHere.map((visit) => [visit.seriesId, visit]));
  const differences: Difference[] = [];
  const addVisit = (kind: DifferenceKind, { seriesId, reference }: ComparedVisit, here: EventSpan | null, inGoogle: EventSpan | null) =>
    differences.push({ kind, seriesId, reference, here: span(here), inGoogle: span(inGoogle), isEdit: editedSeries.has(seriesId) });
  for (const visit of expected.values()) {
    const inGoogle = shown.get(visit.seriesId) ?? null;
    if (!isSameSpan(visit, inGoogle)) addVisit(inGoogle === null ? "visit-missing" : "visit-moved", visit, visit, inGoogle);
  }
  for (const visit of shown.values()) if (!expected.has(visit.seriesId)) addVisit("visit-extra", visit, null, visit);
  return [...differences, ...compareTaken(takenHere, takenInGoogle)].toSorted((a, b) => startOf(a) - startOf(b));
}

function compareTaken(takenHere: readonly TakenTime[], takenInGoogle: readonly TakenTime[]): Difference[] {
  const known = new Map(takenHere.map((time) => [time.externalEventId, time]));
  const told = new Map(takenInGoogle.map((time) => [time.externalEventId, time]));
  const differences: Difference[] = [];
  const add = (kind: DifferenceKind, here: EventSpan | null, inGoogle: EventSpan | null) => differences.push({ kind, seriesId: null, reference: null, here: span(here), inGoogle: span(inGoogle), isEdit: false });
  for (const [id, time] of told) {
    const here = known.get(id) ?? null;
    if (!isSameSpan(time, here)) add(here === null ? "busy-missing" : "busy-moved", here, time);
  }
  for (const [id, time] of known) if (!told.has(id)) add("busy-extra", time, null);
  return differences;
}

const span = (at: EventSpan | null): EventSpan | null => at && { startsAt: at.startsAt, endsAt: at.endsAt };

const startOf = ({ here, inGoogle }: Difference): number => Math.min(here?.startsAt ?? Infinity, inGoogle?.startsAt ?? Infinity);

/** What brings both sides together: events written or taken away where we know better, and one whole read where Google does. */
export function planMend(differences: readonly Pick<Difference, "seriesId" | "isEdit">[]): { readonly writeSeries: readonly string[]; readonly needsRead: boolean } {
  const ours = new Set(differences.flatMap(({ seriesId, isEdit }) => (seriesId === null || isEdit ? [] : [seriesId])));
  return { writeSeries: [...ours], needsRead: differences.some(({ seriesId, isEdit }) => seriesId === null || isEdit) };
}
