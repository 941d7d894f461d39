import { expect, test } from "vitest";
import { basicLetters } from "./basic-letters";
import { LANGUAGES } from "./language";
import { REPLY_KINDS, replyText, shortMoment } from "./reply-words";
import { smsSegments } from "./sms-segments";

const START = Date.parse("2026-11-24T15:30:00Z");

test.each(LANGUAGES)("%s: every answer is plain, fits in two SMS and never asks for a word that carriers take for an opt-out", (language) => {
  const when = shortMoment(START, "Europe/London", language);
  const figures = { who: "Dr Amara Okafor", when, link: "https://clinic.example/s/abcdefghijkl", clinic: "Praxis am Park", phone: "+49 30 1234567", until: shortMoment(START - 86_400_000, "Europe/London", language), list: `1 ${when}, Dr Okafor\n2 ${when}, Dr Weber` };
  for (const kind of REPLY_KINDS) {
    const text = replyText(kind, language, figures);
    expect(text).not.toMatch(/\b(CANCEL|END|QUIT|REVOKE|UNSUBSCRIBE)\b|!/);
    expect(text).not.toContain("undefined");
    expect(smsSegments(basicLetters(text)), text).toBeLessThanOrEqual(2);
  }
});

test("times are in the reader's words and zone", () => {
  expect(shortMoment(START, "Europe/Berlin", "en")).toBe("Tue 24 Nov, 16:30 Berlin time");
  expect(shortMoment(START, "Europe/Berlin", "de")).toMatch(/^Di 24\. Nov\.?, 16:30 \(Ortszeit Berlin\)$/);
  expect(shortMoment(START, "America/New_York", "fr")).toMatch(/^mar\. 24 nov\., 10:30 \(heure de New York\)$/);
});
