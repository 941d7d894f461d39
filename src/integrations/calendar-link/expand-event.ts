import ICAL from "ical.js";
import type { LinkClock } from "./link-clock";
import { readingOf, text } from "./link-clock";
import { ruleStarts, type StepBudget } from "./rule-starts";

const DAY_MS = 86_400_000;

/** One time an event takes place. For all-day events readings are midnights; for others the clock says which instants they are. */
export interface Instance {
  readonly component: ICAL.Component;
  /** The reading it was planned at, which names it within its series. Null for an event that happens once. */
  readonly plannedAt: number | null;
  readonly isAllDay: boolean;
  /** Epoch ms, or midnights as readings. */
  readonly start: number;
  readonly end: number;
}

export interface Reading {
  readonly clockOf: (tzid: string | null) => LinkClock;
  /** Epoch ms. */
  readonly window: { readonly from: number; readonly to: number };
  readonly budget: StepBudget;
}

interface Moment {
  readonly isAllDay: boolean;
  /** On the wall of `clock`. */
  readonly local: number;
  readonly clock: LinkClock;
  /** Epoch ms; for all-day events the midnight as a reading. */
  readonly at: number;
}

/** A time as written: a date, UTC, in a named zone, or floating, which means the calendar's zone. */
export function momentOf(property: ICAL.Property, value: unknown, { clockOf }: Reading): Moment | null {
  if (!(value instanceof ICAL.Time)) return null;
  const tzid = property.getFirstParameter("tzid");
  const written = readingOf(value);
  const isUtc = !tzid && value.zone === ICAL.Timezone.utcTimezone;
  const clock = clockOf(tzid || null);
  if (value.isDate) return { isAllDay: true, local: written, clock, at: written };
  return isUtc ? { isAllDay: false, local: clock.toLocal(written), clock, at: written } : { isAllDay: false, local: written, clock, at: clock.toInstant(written) };
}

const momentsOf = (component: ICAL.Component, name: string, reading: Reading): Moment[] =>
  component.getAllProperties(name).flatMap((property) => property.getValues().map((value: unknown) => momentOf(property, value instanceof ICAL.Period ? value.start : value, reading)).filter((moment) => moment !== null));

export function startOf(component: ICAL.Component, reading: Reading): Moment | null {
  return momentsOf(component, "dtstart", reading)[0] ?? null;
}

/** How long an event lasts in ms: elapsed time, or whole days. An all-day event without an end lasts one day. */
export function lengthOf(component: ICAL.Component, start: Moment, reading: Reading): number {
  const end = momentsOf(component, "dtend", reading)[0];
  if (end !== undefined) return end.at - start.at;
  const duration = component.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return start.isAllDay ? DAY_MS : 0;
}

/**
 * All instances of a series that touch the window: RRULE and RDATE, without EXDATE, with what changed single ones or all
 * that follow. A file may show the changed instances alone, without their master.
 */
export function expandEvent(master: ICAL.Component | null, changed: readonly ICAL.Component[], reading: Reading): Instance[] {
  const changes = changed.map((component) => changeOf(component, reading)).filter((change) => change !== null).sort((a, b) => a.plannedAt - b.plannedAt);
  if (master === null) return within(changes.map(alone), reading);
  const start = startOf(master, reading);
  if (start === null) throw new TypeError("an event has no start");
  const length = lengthOf(master, start, reading);
  const isRecurring = master.hasProperty("rrule") || master.hasProperty("rdate");
  if (!isRecurring && changed.length === 0) return within([{ component: master, plannedAt: null, isAllDay: start.isAllDay, start: start.at, end: start.at + length }], reading);
  const isExcluded = exclusion(momentsOf(master, "exdate", reading), start);
  const toAt = (local: number) => (start.isAllDay ? local : start.clock.toInstant(local));
  const planned = plannedStarts(master, start, length, changes, reading).filter((local) => !isExcluded(local, toAt(local)));
  const taken = new Set<Change>();
  const changeAt = singleChanges(changes);
  const followings = changes.filter(({ isForFollowing }) => isForFollowing);
  const instances = planned.map((local): Instance => {
    const at = toAt(local);
    const own = changeAt(local, at);
    if (own) {
      taken.add(own);
      return { component: own.component, plannedAt: local, isAllDay: own.start.isAllDay, start: own.start.at, end: own.start.at + own.length };
    }
    const following = followings.findLast((change) => change.plannedAt <= at);
    if (following) {
      taken.add(following);
      const moved = at + following.shift;
      return { component: following.component, plannedAt: local, isAllDay: following.start.isAllDay, start: moved, end: moved + following.length };
    }
    return { component: master, plannedAt: local, isAllDay: start.isAllDay, start: at, end: at + length };
  });
  // A change of an instance that the rule does not name takes its own time all the same.
  const strays = changes.filter((change) => !taken.has(change)).map(alone);
  return within([...instances, ...strays], reading);
}

const alone = ({ component, plannedAt, start, length }: Change): Instance => ({ component, plannedAt, isAllDay: start.isAllDay, start: start.at, end: start.at + length });

interface Change {
  readonly component: ICAL.Component;
  readonly start: Moment;
  readonly length: number;
  readonly plannedAt: number;
  /** It names the instance by a date alone. */
  readonly isForDay: boolean;
  readonly shift: number;
  readonly isForFollowing: boolean;
}

function changeOf(component: ICAL.Component, reading: Reading): Change | null {
  const start = startOf(component, reading);
  const planned = momentsOf(component, "recurrence-id", reading)[0];
  if (start === null || planned === undefined) return null;
  const isForFollowing = component.getFirstProperty("recurrence-id")?.getFirstParameter("range")?.toUpperCase() === "THISANDFUTURE";
  return { component, start, length: lengthOf(component, start, reading), plannedAt: planned.at, isForDay: planned.isAllDay, shift: start.at - planned.at, isForFollowing };
}

/** What changes one instance alone. A date names the instance of that day, also of a series that has times: so some programs write it. */
function singleChanges(changes: readonly Change[]): (local: number, at: number) => Change | undefined {
  const named = (isForDay: boolean) => new Map(changes.filter((change) => !change.isForFollowing && change.isForDay === isForDay).reverse().map((change) => [change.plannedAt, change]));
  const [byDay, byStart] = [named(true), named(false)];
  return (local, at) => byStart.get(at) ?? byDay.get(Math.floor(local / DAY_MS) * DAY_MS);
}

function exclusion(excluded: readonly Moment[], start: Moment): (local: number, at: number) => boolean {
  const instants = new Set(excluded.filter(({ isAllDay }) => !isAllDay).map(({ at, local }) => (start.isAllDay ? Math.floor(local / DAY_MS) * DAY_MS : at)));
  const days = new Set(excluded.filter(({ isAllDay }) => isAllDay).map(({ at }) => at));
  return (local, at) => instants.has(at) || days.has(Math.floor(local / DAY_MS) * DAY_MS);
}

/** Readings at which the series plans to begin, far enough around the window that no moved instance is missed. */
function plannedStarts(master: ICAL.Component, start: Moment, length: number, changes: readonly Change[], reading: Reading): number[] {
  const { from, to } = reading.window;
  const reach = Math.max(0, ...changes.filter(({ isForFollowing }) => isForFollowing).map((change) => Math.abs(change.shift) + change.length));
  const spare = 2 * DAY_MS + Math.max(length, 0) + reach;
  const span = { from: from - spare, to: to + 2 * DAY_MS + reach };
  const starts = new Set(start.local >= span.from && start.local < span.to ? [start.local] : []);
  for (const property of master.getAllProperties("rrule")) {
    const rule: unknown = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) continue;
    for (const local of ruleStarts(rule, start.local, untilOf(rule, start), span, reading.budget)) starts.add(local);
  }
  for (const { local, at } of momentsOf(master, "rdate", reading)) if (at >= span.from && at < span.to) starts.add(start.isAllDay ? Math.floor(local / DAY_MS) * DAY_MS : start.clock.toLocal(at));
  return [...starts].sort((a, b) => a - b);
}

/** UNTIL as a reading of the series' own clock. A bare date includes its whole day. */
function untilOf({ until }: ICAL.Recur, start: Moment): number | null {
  if (!until) return null;
  const written = readingOf(until);
  if (until.isDate) return written + DAY_MS - 1;
  return until.zone === ICAL.Timezone.utcTimezone && !start.isAllDay ? start.clock.toLocal(written) : written;
}

/** All-day events are compared with a day to spare: their zone comes in later. */
const within = (instances: readonly Instance[], { window }: Reading): Instance[] =>
  instances.filter(({ start, end, isAllDay }) => (isAllDay ? end + DAY_MS : end) > window.from && (isAllDay ? start - DAY_MS : start) < window.to);

/** Whether a component says what its series is changed to at one time. */
export const isChange = (component: ICAL.Component): boolean => component.hasProperty("recurrence-id") && text(component, "recurrence-id") !== "";
