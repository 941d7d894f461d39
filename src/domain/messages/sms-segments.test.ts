import fc from "fast-check";
import { expect, test } from "vitest";
import { smsSegments, smsSize } from "./sms-segments";

test.each<[string, string, number, "GSM-7" | "UCS-2", number]>([
  ["nothing", "", 1, "GSM-7", 160],
  ["a full one", "a".repeat(160), 1, "GSM-7", 0],
  ["one letter more", "a".repeat(161), 2, "GSM-7", 145],
  ["two full ones", "a".repeat(306), 2, "GSM-7", 0],
  ["a sign of two septets", "€".repeat(80), 1, "GSM-7", 0],
  ["a sign of two septets that does not fit the rest of the first", `${"a".repeat(152)}€${"a".repeat(152)}`, 3, "GSM-7", 152],
  ["Cyrillic", "ж".repeat(70), 1, "UCS-2", 0],
  ["Cyrillic, two", "ж".repeat(71), 2, "UCS-2", 63],
  ["one curly apostrophe", `We’ll ${"a".repeat(64)}`, 1, "UCS-2", 0],
  ["an emoji that does not fit the rest of the first", `${"ж".repeat(66)}😀${"ж".repeat(66)}`, 3, "UCS-2", 66],
])("%s: segments, alphabet and what is left as carriers count", (_, text, segments, alphabet, left) => {
  expect(smsSize(text)).toMatchObject({ segments, alphabet, left });
});

test("what makes a text dear is named, each character once", () => {
  expect(smsSize("Grüße à €5").unusual).toEqual([]);
  expect(smsSize("“We’ll” meet’ 😀").unusual).toEqual(["“", "’", "”", "😀"]);
});

test("what is said to be left fits, and one letter more begins the next SMS", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const { segments, left } = smsSize(text);
      expect(smsSegments(`${text}${"a".repeat(left)}`)).toBe(segments);
      expect(smsSegments(`${text}${"a".repeat(left + 1)}`)).toBe(segments + 1);
    }),
  );
});
