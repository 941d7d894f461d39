import { reminderTime, type ReminderTime } from "./reminder-time";
import type { ReminderStep } from "./reminder-step";

interface LadderVisit {
  readonly startsAt: number;
  /** The zone in which the patient lives. */
  readonly timeZone: string;
  readonly reminders: readonly ReminderStep[];
}

/** All reminders of one lead: they go out together. */
export interface Rung extends ReminderTime {
  readonly minutesBefore: number;
  readonly steps: readonly ReminderStep[];
}

/**
 * The reminders of a visit that are still to come after `notBefore` (epoch ms), each with its time, earliest lead first. One that
 * would go out no earlier than a later reminder on the same channel is left out: they would say the same.
 */
export function reminderLadder(visit: LadderVisit, notBefore: number): Rung[] {
  const leads = [...new Set(visit.reminders.map(({ minutesBefore }) => minutesBefore))].sort((a, b) => b - a);
  const timed = leads.flatMap((minutesBefore) => {
    const time = reminderTime(visit, minutesBefore, notBefore);
    return time === null ? [] : [{ ...time, minutesBefore, steps: distinct(visit.reminders.filter((step) => step.minutesBefore === minutesBefore)) }];
  });
  return timed
    .map((rung) => ({ ...rung, steps: rung.steps.filter(({ channel }) => !isRepeated(timed, rung, channel, rung.sendAt)) }))
    .filter(({ steps }) => steps.length > 0);
}

/** Whether by `at` (epoch ms) a later reminder on the channel of a step has its turn, which makes this one a repetition. */
export function isRepeated(ladder: readonly Rung[], { minutesBefore }: Pick<Rung, "minutesBefore">, channel: ReminderStep["channel"], at: number): boolean {
  return ladder.some((later) => later.minutesBefore < minutesBefore && later.sendAt <= at && later.steps.some((step) => step.channel === channel));
}

function distinct(steps: readonly ReminderStep[]): ReminderStep[] {
  return steps.filter((step, index) => steps.findIndex(({ channel }) => channel === step.channel) === index);
}
