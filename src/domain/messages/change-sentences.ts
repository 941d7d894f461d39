import type { AppointmentFacts } from "./appointment-facts";
import { instantSentence } from "./appointment-time";
import { wordsIn } from "./words/words-in";

/** How the patient can move or cancel, and until when in their own zone and language; after the cut-off, whom to call. */
export function changeSentences(facts: AppointmentFacts, now: number): string[] {
  const language = facts.languages.patient;
  const { change } = wordsIn(language);
  const until = (instant: number) => instantSentence(instant, facts.patient.timeZone, language);
  const canMove = now < facts.moveUntil;
  const canCancel = now < facts.cancelUntil;
  if (!canMove && !canCancel) return [facts.clinic.phone === null ? change.contact : change.call(facts.clinic.phone)];
  if (canMove && canCancel && facts.moveUntil === facts.cancelUntil) return [facts.moveUntil === facts.startsAt ? change.untilStart : change.both(until(facts.moveUntil))];
  return [...(canMove ? [change.move(until(facts.moveUntil))] : []), ...(canCancel ? [change.cancel(until(facts.cancelUntil))] : [])];
}
