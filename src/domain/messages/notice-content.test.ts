import { expect, test } from "vitest";
import { emailLetter } from "./email-letter";
import { LANGUAGES } from "./language";
import { noticeContent, type Notice } from "./notice-content";
import { NOTICE_TEMPLATES } from "./notice-kinds";
import { SAMPLE_NOTICES } from "./sample-notices";

const FOOTER = { name: "Praxis am Park", lines: ["+49 30 1234567"] };
const LINKS = { buttonUrl: "https://clinic.example/provider/integrations", settingsUrl: "https://clinic.example/provider/profile#notices" };
const read = (notice: Notice, language: (typeof LANGUAGES)[number], timeZone = "Europe/Berlin") => noticeContent(notice, { name: "Dr Amara Okafor", language, timeZone }, LINKS, FOOTER);
const written = (notice: Notice, language: (typeof LANGUAGES)[number]) => {
  const content = read(notice, language);
  return `${content.subject}\n${content.preheader}\n${emailLetter(content)}`.replace(/https:\S+/g, "");
};
/** Words that only an English sentence has. */
const ENGLISH = /\b(the|your|you|with|until|booked|moved|cancelled|hello|regards|visit|calendar was)\b/i;

test("there is a sample of every notice", () => {
  expect(SAMPLE_NOTICES.map(({ template }) => template)).toEqual(NOTICE_TEMPLATES);
});

test.each(LANGUAGES.flatMap((language) => SAMPLE_NOTICES.map((notice) => [language, notice.template, notice] as const)))("%s %s: wholly in its reader's language, calm, one button", (language, _template, notice) => {
  const text = written(notice, language);
  if (language !== "en") expect(text).not.toMatch(ENGLISH);
  expect(text).not.toMatch(/!|undefined|\[object|token|invalid_grant|OAuth/);
  const content = read(notice, language);
  expect(content.language).toBe(language);
  expect(content.button?.url).toMatch(/^https:/);
  expect(content.subject.length).toBeLessThanOrEqual(120);
});

test("times are read in the reader's own zone", () => {
  const question: Notice = { template: "calendar-edit-question", facts: { patientName: "Sam", startsAt: Date.parse("2026-11-24T15:30:00Z"), wantedAt: null, isInTheWay: false } };
  expect(read(question, "de").subject).toBe("Termin absagen? Dienstag, 24. November, 16:30 Uhr (Ortszeit Berlin)");
  expect(read(question, "en", "America/New_York").subject).toBe("Cancel the visit of Tuesday 24 November, 10:30 New York time?");
});

test("an import that ended early says so, and one that took nothing says nothing was left out", () => {
  const report = (facts: Partial<Extract<Notice, { template: "calendar-import-report" }>["facts"]>): Notice => ({ template: "calendar-import-report", facts: { calendarName: "Praxis", imported: 1, leftOut: {}, isBrokenOff: false, ...facts } });
  expect(written(report({}), "en")).not.toContain("Left out");
  expect(read(report({}), "de").subject).toBe("Aus Praxis übernommen: 1 Termin");
  expect(read(report({ isBrokenOff: true }), "fr").heading).toBe("Vos rendez-vous n’ont pas tous pu être repris");
  expect(read(report({ leftOut: { past: 1, taken: 3 } }), "es").lines[1]).toBe("Sin incorporar: 3 coincidentes con otra cita, 1 ya pasadas.");
});
