import ICAL from "ical.js";
import { readingOf, timeOf } from "./link-clock";

const DAY_MS = 86_400_000;
const LONGEST_INTERVAL = 1_000;

/** Steps that reading one file may take in all: rules are other people's input, and some never come to a next time. */
export class StepBudget {
  constructor(private left: number) {}
  take(): void {
    this.left -= 1;
    if (this.left < 0) throw new RangeError("a recurrence rule takes too many steps");
  }
}

/** A rule whose every step counts: the iterator asks for its frequency or interval each time it goes round. */
const counted = (rule: ICAL.Recur, budget: StepBudget): ICAL.Recur =>
  new Proxy(rule, {
    get(target, key) {
      if (key === "freq" || key === "interval") budget.take();
      return Reflect.get(target, key);
    },
  });

const JUMP_MS: Partial<Record<string, number>> = { WEEKLY: 7 * DAY_MS, DAILY: DAY_MS, HOURLY: DAY_MS, MINUTELY: DAY_MS, SECONDLY: DAY_MS };

/**
 * Starts by one RRULE, as wall-clock readings in `[from, to)`, in order. The rule runs on the wall, in no zone, with
 * `until` (inclusive) as a reading too: daylight saving is the clock's affair. Throws RangeError for a rule that cannot be
 * followed within the budget, Error for one that is malformed.
 */
export function ruleStarts(rule: ICAL.Recur, start: number, until: number | null, { from, to }: { from: number; to: number }, budget: StepBudget): number[] {
  const interval = rule.interval ?? 1;
  // Beyond this, ical.js walks month by month through millennia.
  if (interval < 1 || interval > LONGEST_INTERVAL) throw new RangeError("a recurrence rule has an interval out of bounds");
  const parts = rule.clone();
  parts.until = null;
  const last = until === null ? to : Math.min(to, until + 1);
  if (start >= last) return [];
  const iterator = new ICAL.RecurIterator({ rule: counted(parts, budget), dtstart: timeOf(start + skipped(rule, start, from, interval)) });
  const starts: number[] = [];
  for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    budget.take();
    const at = readingOf(next);
    if (at >= last) break;
    if (at >= from && at >= start) starts.push(at);
  }
  return starts;
}

/** Whole periods between the start and `from`: leaving them out changes nothing, where the rule does not count. */
function skipped(rule: ICAL.Recur, start: number, from: number, interval: number): number {
  const jump = (JUMP_MS[rule.freq] ?? 0) * interval;
  if (jump === 0 || rule.count !== null && rule.count !== undefined) return 0;
  return Math.max(0, Math.floor((from - start) / jump) - 1) * jump;
}
