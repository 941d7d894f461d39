import ICAL from "ical.js";
import { expect, test } from "vitest";
import { appointmentFacts, LINKS, START } from "@tests/messages/appointment-facts";
import { emailContent } from "../email-content";
import { emailLetter } from "../email-letter";
import { appointmentInvite } from "../invite";
import { LANGUAGES, type Language } from "../language";
import { APPOINTMENT_TEMPLATES } from "../appointment-kinds";
import { smsSegments } from "../sms-segments";
import { smsText } from "../sms-text";

const ALL = APPOINTMENT_TEMPLATES;
const inLanguage = (language: Language, overrides: Parameters<typeof appointmentFacts>[0] = {}) => appointmentFacts({ languages: { patient: language, provider: language }, previous: { startsAt: START - 86_400_000, endsAt: START - 84_600_000 }, ...overrides });
const letter = (template: (typeof ALL)[number], facts: ReturnType<typeof appointmentFacts>) => {
  const content = emailContent(template, facts, LINKS, START - 3 * 86_400_000);
  return `${content.subject}\n${content.preheader}\n${emailLetter(content)}`;
};
const OTHERS = LANGUAGES.filter((language) => language !== "en");
/** Words that only an English sentence has. */
const ENGLISH = /\b(the|your|you|with|until|appointment|booked|moved|cancelled|time|where|hello|regards)\b/i;

test.each(OTHERS.flatMap((language) => ALL.map((template) => [language, template] as const)))("%s %s: e-mail and text are wholly in that language, calm, and short enough", (language, template) => {
  for (const mode of [{}, { mode: "ONLINE", place: null }, { mode: "ONLINE", place: null, meetUrl: "https://meet.google.com/abc-defg-hij" }, { mode: "PHONE", place: null }, { status: "PENDING" }, { status: "PENDING", awaitsCalendar: true }] as const) {
    const facts = inLanguage(language, mode);
    const written = letter(template, facts).replace(/https:\S+/g, "").replaceAll("Main site", "");
    expect(written).not.toMatch(ENGLISH);
    expect(written).not.toMatch(/!|undefined|\[object/);
    const text = smsText(template, facts, LINKS);
    expect(text.replace(/https:\S+/, "")).not.toMatch(ENGLISH);
    expect(smsSegments(text), text).toBeLessThanOrEqual(2);
  }
});

test.each<[Language, string, string]>([
  ["en", "Booked with Dr Amara Okafor: Tuesday 24 November, 15:30 London time", "You can move or cancel online until Monday 23 November, 15:30 London time."],
  ["de", "Gebucht bei Dr Amara Okafor: Dienstag, 24. November, 15:30 Uhr (Ortszeit London)", "Online verschieben oder absagen können Sie bis Montag, 23. November, 15:30 Uhr (Ortszeit London)."],
  ["es", "Cita reservada con Dr Amara Okafor: martes, 24 de noviembre, 15:30 h (hora de Londres)", "Puede cambiarla o anularla en línea hasta el lunes, 23 de noviembre, 15:30 h (hora de Londres)."],
  ["fr", "Rendez-vous pris avec Dr Amara Okafor : mardi 24 novembre à 15 h 30 (heure de Londres)", "Vous pouvez le déplacer ou l’annuler en ligne jusqu’au lundi 23 novembre à 15 h 30 (heure de Londres)."],
  ["pt", "Consulta marcada com Dr Amara Okafor: terça-feira, 24 de novembro, 15:30 (hora de Londres)", "Pode alterá-la ou desmarcá-la online até segunda-feira, 23 de novembro, 15:30 (hora de Londres)."],
])("%s: the subject and the policy as they are read", (language, subject, policy) => {
  const content = emailContent("booking-confirmed", inLanguage(language), LINKS, START - 3 * 86_400_000);
  expect(content.subject).toBe(subject);
  expect(content.how).toEqual([policy]);
  expect(content.when?.monthShort.toLowerCase()).toMatch(/^nov$/);
});

test.each(LANGUAGES)("%s: as a letter, a heading that asks ends with its own mark, and what is named follows the language's colon", (language) => {
  const letter = emailLetter(emailContent("come-back", inLanguage(language), LINKS, START + 30 * 86_400_000));
  expect(letter).not.toContain("?.");
  expect(letter).toMatch(language === "fr" ? /Reprendre rendez-vous\u00a0:\nhttps:/ : /\S:\nhttps:/);
});

test("texts keep to the basic alphabet, leaving off the accents it lacks, so that a usual one is one segment", () => {
  expect(smsText("booking-confirmed", inLanguage("pt"), LINKS)).toContain("terca 24/11, 15:30 (hora de Londres)");
  for (const language of LANGUAGES) expect(smsSegments(smsText("booking-confirmed", inLanguage(language), LINKS)), language).toBe(1);
  expect(smsText("booking-declined", inLanguage("de"), LINKS)).toContain("Nicht möglich");
});

test.each(LANGUAGES)("%s: the calendar entry keeps its UID and rises in SEQUENCE from booking over move to cancellation", (language) => {
  const read = (facts: ReturnType<typeof appointmentFacts>, method: "REQUEST" | "CANCEL") => {
    const calendar = new ICAL.Component(ICAL.parse(appointmentInvite(facts, method, LINKS.manageUrl, START)));
    const [event, ...more] = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    expect(more).toEqual([]);
    return { method: calendar.getFirstPropertyValue("method"), status: event?.component.getFirstPropertyValue("status"), uid: event?.uid, sequence: event?.sequence, startsAt: event?.startDate.toJSDate().getTime(), summary: event?.summary, organizer: String(event?.organizer), attendees: event?.attendees.length };
  };
  const created = read(inLanguage(language), "REQUEST");
  const moved = read(inLanguage(language, { startsAt: START + 3_600_000, endsAt: START + 5_400_000, sequence: 1 }), "REQUEST");
  const cancelled = read(inLanguage(language, { startsAt: START + 3_600_000, endsAt: START + 5_400_000, sequence: 2, status: "CANCELLED" }), "CANCEL");
  expect(created).toMatchObject({ method: "REQUEST", status: "CONFIRMED", sequence: 0, startsAt: START, organizer: "mailto:hello@praxis.example", attendees: 1 });
  expect(moved).toMatchObject({ method: "REQUEST", status: "CONFIRMED", uid: created.uid, sequence: 1, startsAt: START + 3_600_000 });
  expect(cancelled).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: created.uid, sequence: 2, startsAt: START + 3_600_000, organizer: created.organizer, attendees: 1 });
  expect(created.summary).toContain("Dr Amara Okafor");
});
