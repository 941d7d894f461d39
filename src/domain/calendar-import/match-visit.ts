import { matchesPattern } from "./matches-pattern";

export interface ImportRule {
  /** Of the title. */
  readonly title: string;
  /** Of the invited person's e-mail address. */
  readonly attendee: string;
}

export interface FoundVisit {
  readonly title: string;
  /** Epoch ms; null for whole days. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly isOurs: boolean;
  readonly invited: readonly { readonly email: string; readonly name: string | null }[];
}

export const LEFT_OUT_REASONS = ["ours", "whole-day", "past", "too-long", "no-rule", "nobody-invited", "not-offered", "known", "taken"] as const;
/** Why an event became no booking. */
export type LeftOut = (typeof LEFT_OUT_REASONS)[number];

export type Match<Rule> =
  | { readonly ok: true; readonly rule: Rule; readonly startsAt: number; readonly endsAt: number; readonly patient: { readonly name: string; readonly email: string } }
  | { readonly ok: false; readonly reason: LeftOut };

const LONGEST_MS = 12 * 3_600_000;
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/** What becomes of one event at `now` (epoch ms): a booking by the first rule that fits its title and somebody invited, or the reason why none. */
export function matchVisit<Rule extends ImportRule>(visit: FoundVisit, rules: readonly Rule[], now: number): Match<Rule> {
  const { startsAt, endsAt } = visit;
  const leftOut = (reason: LeftOut) => ({ ok: false, reason }) as const;
  if (visit.isOurs) return leftOut("ours");
  if (startsAt === null || endsAt === null) return leftOut("whole-day");
  if (startsAt <= now) return leftOut("past");
  if (endsAt <= startsAt || endsAt - startsAt > LONGEST_MS) return leftOut("too-long");
  const fitting = rules.filter((rule) => matchesPattern(visit.title, rule.title));
  if (fitting.length === 0) return leftOut("no-rule");
  for (const rule of fitting) {
    const person = visit.invited.find(({ email }) => ADDRESS.test(email) && matchesPattern(email, rule.attendee));
    if (person) return { ok: true, rule, startsAt, endsAt, patient: { name: person.name?.trim() || person.email, email: person.email.toLowerCase() } };
  }
  return leftOut("nobody-invited");
}
