import type { AppointmentFacts } from "./appointment-facts";
import type { AppointmentTime } from "./appointment-time";
import { oneLine } from "./safe-text";
import { fillWording, type Wording, type WordingField, type WordingValues } from "./wording";
import { wordsIn } from "./words/words-in";

const TITLE = /^(dr|prof|mr|mrs|ms|herr|frau|hr|fr|sr|sra|m|mme)\.?$/i;

/** What a patient is called by those who know them: the first word of their name that is no title. */
export const firstName = (name: string): string => oneLine(name.split(" ").find((word) => !TITLE.test(word)) ?? name, 30);

/** What a clinic's own sentences may name, for the patient of an appointment. */
export function wordingValues(facts: AppointmentFacts, when: AppointmentTime, link: string): WordingValues {
  const { where, answers } = wordsIn(facts.languages.patient);
  const place = facts.place === null ? (facts.mode === "PHONE" ? where.phone : where.video) : facts.place.lines.join(", ");
  return { firstName: firstName(facts.patient.name), name: facts.patient.name, provider: facts.provider.name, clinic: facts.clinic.name, when: when.sentence, place, answers: answers(facts.isAttendanceConfirmed), link };
}

/** A clinic's own sentence of a field, filled in; null where it has none. */
export const saidByClinic = (wording: Wording, facts: AppointmentFacts, when: AppointmentTime, link: string) => {
  const values = wordingValues(facts, when, link);
  return (field: WordingField): string | null => {
    const text = wording[field];
    return text === null ? null : fillWording(text, values);
  };
};
