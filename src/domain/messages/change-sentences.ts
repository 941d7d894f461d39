import type { AppointmentFacts } from "./appointment-facts";
import { instantSentence } from "./appointment-time";

/** How the patient can move or cancel, and until when in their own zone; after the cut-off, whom to call. */
export function changeSentences(facts: AppointmentFacts, now: number): string[] {
  const until = (instant: number) => instantSentence(instant, facts.patient.timeZone);
  const canMove = now < facts.moveUntil;
  const canCancel = now < facts.cancelUntil;
  if (!canMove && !canCancel) return [facts.clinic.phone === null ? "To change it now, please contact the clinic." : `To change it now, please call the clinic: ${facts.clinic.phone}.`];
  if (canMove && canCancel && facts.moveUntil === facts.cancelUntil) {
    return [facts.moveUntil === facts.startsAt ? "You can move or cancel online until it begins." : `You can move or cancel online until ${until(facts.moveUntil)}.`];
  }
  return [...(canMove ? [`You can move it online until ${until(facts.moveUntil)}.`] : []), ...(canCancel ? [`You can cancel online until ${until(facts.cancelUntil)}.`] : [])];
}
