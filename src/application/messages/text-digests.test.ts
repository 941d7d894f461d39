import { expect, test } from "vitest";
import { isTextOf, textDigests } from "./text-digests";

const LINK = "https://clinic.example/s/AbCdEf-12_3";
const SENT = textDigests(`Booked with Dr Test: Tue 24 Nov, 10:30 London time. ${LINK}`);

test("an SMS is known by its words, to the letter", () => {
  expect(isTextOf(SENT, "SMS", `Booked with Dr Test: Tue 24 Nov, 10:30 London time. ${LINK}`)).toBe(true);
  expect(isTextOf(SENT, "SMS", `Reminder: Tue 24 Nov, 10:30 London time. ${LINK}`)).toBe(false);
});

test("an approved template is known by its link, wherever it stands; another visit's is not", () => {
  expect(isTextOf(SENT, "WHATSAPP", `Your visit is booked. See ${LINK}. Until then.`)).toBe(true);
  expect(isTextOf(SENT, "WHATSAPP", `Your visit is booked. See ${LINK}x.`)).toBe(false);
  expect(isTextOf(textDigests("See you soon."), "WHATSAPP", "See you soon, then.")).toBe(false);
  expect(isTextOf([], "WHATSAPP", "")).toBe(false);
});
