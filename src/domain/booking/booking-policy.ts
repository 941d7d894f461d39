import { MINUTE_MS } from "@/domain/time/calendar-day";
import { formatInstant } from "@/domain/time/format-instant";
import { TRANSITIONS, type BookingState } from "./booking-state-machine";

export interface PolicyFacts {
  readonly status: BookingState;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly cancellationWindowMinutes: number;
  readonly rescheduleWindowMinutes: number;
  /** The zone in which the reader of the sentence lives. */
  readonly timeZone: string;
}

export interface PolicyAnswer {
  readonly isAllowed: boolean;
  /** The last instant (epoch ms) at which a patient may still do it. */
  readonly until: number;
  readonly sentence: string;
}

/** Whether a patient may still cancel at `now` (epoch ms); exactly at the cut-off they may. */
export const cancellationPolicy = (facts: PolicyFacts, now: number): PolicyAnswer =>
  answer(facts, now, "cancel", facts.cancellationWindowMinutes, "cancel this appointment");

/** Whether a patient may still move the booking at `now` (epoch ms); exactly at the cut-off they may. */
export const reschedulePolicy = (facts: PolicyFacts, now: number): PolicyAnswer =>
  answer(facts, now, "reschedule", facts.rescheduleWindowMinutes, "move this appointment");

function answer(facts: PolicyFacts, now: number, command: "cancel" | "reschedule", windowMinutes: number, doing: string): PolicyAnswer {
  const until = facts.startsAt - windowMinutes * MINUTE_MS;
  if (!TRANSITIONS[command][facts.status]) return { isAllowed: false, until, sentence: ENDED[facts.status] };
  const { dateTime, zone } = formatInstant(until, facts.timeZone);
  if (now <= until) return { isAllowed: true, until, sentence: `You can ${doing} until ${dateTime} (${zone}).` };
  return { isAllowed: false, until, sentence: `You could ${doing} until ${dateTime} (${zone}). Please call the clinic now.` };
}

const ENDED: Readonly<Record<BookingState, string>> = {
  HELD: "This time is only held; nothing is booked yet.",
  PENDING: "The clinic has not answered yet.",
  CONFIRMED: "The appointment is booked.",
  CHECKED_IN: "You have arrived for this appointment.",
  COMPLETED: "This appointment has taken place.",
  EXPIRED: "This appointment was not confirmed in time.",
  DECLINED: "The clinic could not accept this appointment.",
  CANCELLED: "This appointment was cancelled.",
  RESCHEDULED: "This appointment was moved to another time.",
  NO_SHOW: "This appointment was missed.",
};
