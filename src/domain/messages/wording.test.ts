import { expect, test } from "vitest";
import { appointmentFacts, LINKS, START } from "@tests/messages/appointment-facts";
import { emailContent } from "./email-content";
import { emailLetter } from "./email-letter";
import { smsSegments } from "./sms-segments";
import { smsText } from "./sms-text";
import { fillWording, NO_WORDING, variablesIn, WORDED_BY_CLINIC, WORDING_FIELDS, wordingProblem } from "./wording";
import { firstName } from "./wording-values";

const SMS = "{{clinic}}: {{provider}}, {{when}}. {{link}}";

test("every message to a patient can be worded, none to a provider", () => {
  expect(WORDED_BY_CLINIC).toContain("move-requested");
  expect(WORDED_BY_CLINIC.filter((name) => name.startsWith("provider-"))).toEqual([]);
});

test("no variable names anything about health, whatever the message and field", () => {
  const all = new Set(WORDED_BY_CLINIC.flatMap((template) => WORDING_FIELDS.flatMap((field) => variablesIn(template, field))));
  expect([...all].sort()).toEqual(["answers", "clinic", "firstName", "link", "name", "place", "provider", "when"]);
  for (const name of ["reason", "service", "notes", "speciality", "title", "__proto__", "constructor"]) expect(wordingProblem("reminder", "intro", `Hello {{${name}}}`), name).toContain(`{{${name}}} cannot be used here. Allowed are {{firstName}}`);
});

test.each([
  ["greeting", "Hello {{when}}", "{{when}} cannot be used here. Allowed are {{firstName}}, {{name}}, {{provider}}, {{clinic}}."],
  ["intro", "Hello {{firstName}", "A brace is left over."],
  ["intro", "Hello {{}}", "{{}} cannot be used here."],
  ["intro", "Hello {{ patient.reason }}", "{{patient.reason}} cannot be used here. Allowed are"],
  ["intro", "one\ntwo", "one line"],
  ["intro", "left \u202e right", "one line"],
  ["closing", "x".repeat(301), "At most 300 characters; it has 301."],
  ["sms", "Dr {{provider}}, {{link}}", "{{when}} has to be in it once."],
  ["sms", "{{when}} {{link}}", "{{provider}} or {{clinic}}"],
  ["sms", "{{clinic}} {{link}} {{when}}", "{{link}} has to be at the end."],
  ["sms", "{{clinic}} {{when}}, reply CANCEL to cancel {{link}}", "CANCEL in capitals"],
] as const)("%s: %j is refused with what is allowed", (field, text, problem) => {
  expect(wordingProblem("booking-confirmed", field, text)).toContain(problem);
});

test("sentences that can be used have no problem", () => {
  expect(wordingProblem("booking-confirmed", "greeting", "Dear {{ firstName }},")).toBeNull();
  expect(wordingProblem("booking-confirmed", "sms", SMS)).toBeNull();
  expect(wordingProblem("reminder", "sms", "{{clinic}}: {{when}}. {{answers}} {{link}}")).toBeNull();
  expect(wordingProblem("booking-confirmed", "sms", "{{clinic}}: {{when}}. {{answers}} {{link}}")).toContain("{{answers}}");
  expect(wordingProblem("follow-up", "sms", "Thank you from {{clinic}}: {{link}}")).toBeNull();
});

test("what a name contains is never read as a variable", () => {
  const values = { firstName: "{{link}}", name: "$& {{name}}", provider: "", clinic: "", when: "", place: "", answers: "", link: "https://x" };
  expect(fillWording("{{firstName}} {{name}}", values)).toBe("{{link}} $& {{name}}");
});

test("a clinic's sentences stand in place of ours, in the text part as well, and the old time stays named", () => {
  const facts = appointmentFacts({ previous: { startsAt: START - 86_400_000, endsAt: START - 84_600_000 } });
  const wording = { ...NO_WORDING, greeting: "Dear {{firstName}},", intro: "{{provider}} is glad to see you at {{place}}.", closing: "Bring <nothing> but yourself." };
  const content = emailContent("booking-rescheduled", facts, LINKS, START - 3 * 86_400_000, { wording, footerLines: ["HRB 12345"] });
  expect(content).toMatchObject({ greeting: "Dear Sam,", lines: ["Dr Amara Okafor is glad to see you at Main site, Parkstraße 12, 10115 Berlin.", "Before, it was Monday 23 November, 15:30 London time."], closing: "Bring <nothing> but yourself." });
  expect(content.footer.lines.at(-1)).toBe("HRB 12345");
  expect(emailLetter(content)).toContain("Bring <nothing> but yourself.\n\nKind regards\nPraxis am Park");
});

test("a clinic's SMS stays within two segments, and ours goes out where it cannot", () => {
  const own = { ...NO_WORDING, sms: SMS };
  expect(smsText("booking-confirmed", appointmentFacts(), LINKS, own)).toBe(`Praxis am Park: Dr Amara Okafor, Tue 24 Nov, 15:30 London time (16:30 in Berlin). ${LINKS.shortUrl}`);
  for (const name of ["Dr " + "Wilhelmine ".repeat(20), "李".repeat(200), "Dr Łukasz Żółć"]) expect(smsSegments(smsText("booking-confirmed", appointmentFacts({ provider: { name, timeZone: "Europe/Berlin" } }), LINKS, own))).toBeLessThanOrEqual(2);
  const tooLong = { ...NO_WORDING, sms: `${"ж".repeat(150)} ${SMS}` };
  expect(smsText("booking-confirmed", appointmentFacts(), LINKS, tooLong)).toBe(smsText("booking-confirmed", appointmentFacts(), LINKS));
});

test.each([["Dr Amara Okafor", "Amara"], ["Sam Patient", "Sam"], ["Frau Müller", "Müller"], ["Prof. Dr. Jonas Weber", "Jonas"], ["Dr", "Dr"], ["李小龙", "李小龙"]])("%s is called %s", (name, called) => {
  expect(firstName(name)).toBe(called);
});
