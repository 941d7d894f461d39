import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { AppointmentFacts } from "./appointment-facts";
import { isRepeated, reminderLadder, type Rung } from "./reminder-ladder";
import { doNotSend, tooLateToSend, type SendVerdict } from "./send-verdict";

/** Machines' clocks differ a little: a job may come this much before its time. */
const EARLY_MS = MINUTE_MS;

type DueReminder = { readonly ok: true; readonly rung: Rung } | (Exclude<SendVerdict, { ok: true }> & { readonly rung: Rung | null });

/** Whether the reminder of one lead is due and of use at `now` (epoch ms), and what is left of it to send. */
export function decideReminder(facts: AppointmentFacts, minutesBefore: number, now: number): DueReminder {
  // Somebody who has just booked needs no reminder of it.
  if (facts.startsAt - facts.bookedAt < (minutesBefore * MINUTE_MS * 11) / 10) return { ...doNotSend("The booking was made shortly before this reminder."), rung: null };
  const ladder = reminderLadder({ startsAt: facts.startsAt, timeZone: facts.patient.timeZone, reminders: facts.reminders }, facts.bookedAt);
  const rung = ladder.find((candidate) => candidate.minutesBefore === minutesBefore);
  if (rung === undefined) return { ...doNotSend("A later reminder says the same."), rung: null };
  if (now + EARLY_MS < rung.sendAt) return { ...doNotSend("The appointment was moved to a later time."), rung: null };
  if (now > rung.usefulUntil) return { ...tooLateToSend(), rung };
  const steps = rung.steps.filter(({ channel }) => !isRepeated(ladder, rung, channel, now));
  return steps.length === 0 ? { ...doNotSend("A later reminder says the same."), rung: null } : { ok: true, rung: { ...rung, steps } };
}
