import { expect, test } from "vitest";
import { emailLetter } from "../../email-letter";
import { LANGUAGES, type Language } from "../../language";
import { noticeContent, type Notice } from "../../notice-content";

const LINKS = { buttonUrl: "https://clinic.example/provider/schedule", settingsUrl: "https://clinic.example/provider/profile#notices" };
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const AGENDA: Notice = {
  template: "provider-agenda",
  facts: {
    onDate: "2026-11-24",
    visits: [
      { startsAt: at("08:00"), endsAt: at("08:30"), patientName: "Grace Example", mode: "IN_PERSON", willCome: true, isRequest: false },
      { startsAt: at("09:15"), endsAt: at("09:45"), patientName: "Sam", mode: "ONLINE", willCome: false, isRequest: true },
    ],
  },
};
const FREE_DAY: Notice = { template: "provider-agenda", facts: { onDate: "2026-11-24", visits: [] } };
const EMPTY_WEEK: Notice = { template: "provider-week", facts: { onDate: "2026-11-27", finding: "no-visits" } };
const read = (notice: Notice, language: Language = "en") => noticeContent(notice, { name: "Dr Amara Okafor", language, timeZone: "Europe/Berlin" }, LINKS, { name: "Praxis am Park", lines: [] });
/** Words that only an English sentence has. */
const ENGLISH = /\b(the|your|you|with|today|next|week|visits?|hours|nobody|time|open|person|choose|monday|sunday)\b/i;

test("the day reads as times in the provider's own zone, with first names and initials, and the subject names nobody", () => {
  const content = read(AGENDA);
  expect(content.subject).toBe("Tuesday 24 November: 2 visits");
  expect(content.agenda).toEqual([
    { from: "09:00", until: "09:30", name: "Grace E.", note: "in person, will come" },
    { from: "10:15", until: "10:45", name: "Sam", note: "by video, request" },
  ]);
  const letter = emailLetter(content);
  expect(letter).toContain("09:00–09:30  Grace E., in person, will come\n10:15–10:45  Sam, by video, request");
  expect(letter).toContain("One of them is a request that waits for your answer.");
  expect(letter).toContain("All times are Berlin time.");
  expect(letter).toContain(`Choose what we send you: ${LINKS.settingsUrl}`);
  expect(letter).not.toContain("Example");
  expect(`${content.subject} ${content.preheader}`).not.toMatch(/Grace|Sam/);
});

test.each(LANGUAGES)("%s: a free day and an empty week read whole in that language", (language) => {
  for (const notice of [FREE_DAY, EMPTY_WEEK]) {
    const content = read(notice, language);
    const letter = `${content.subject}\n${content.preheader}\n${emailLetter(content)}`.replace(/https:\S+/g, "");
    expect(letter).not.toMatch(/!|undefined|\[object/);
    if (language !== "en") expect(letter).not.toMatch(ENGLISH);
  }
});

test("the word about next week names it from Monday to Sunday", () => {
  expect(read(EMPTY_WEEK).lines[1]).toBe("Monday 30 November to Sunday 6 December.");
  expect(read(EMPTY_WEEK, "fr").lines[1]).toBe("Du lundi 30 novembre au dimanche 6 décembre.");
});
