import { expect, test } from "vitest";
import { oneLine, personName } from "./safe-text";

test("line breaks, control characters and direction overrides become spaces", () => {
  expect(oneLine("Sam\r\nBcc: all@example.test")).toBe("Sam Bcc: all@example.test");
  expect(oneLine("a\u0000b\u2028c\u202Ed\u0085e")).toBe("a b c d e");
});

test("long names are cut between characters, not inside them", () => {
  expect(oneLine("😀".repeat(10), 5)).toBe("😀😀😀😀…");
  expect(oneLine("Anna", 4)).toBe("Anna");
});

test("emoji, right-to-left and accented names survive", () => {
  for (const name of ["Zoë Łukasz", "أمينة يوسف", "李小龙", "Sam 🌻"]) expect(personName(name)).toBe(name);
});

test("nothing in a name becomes a link", () => {
  expect(personName("Win at https://evil.example now")).toBe("Win at https evil. example now");
  expect(personName("visit evil.com")).not.toMatch(/evil\.com/);
  expect(personName("J. R. Müller")).toBe("J. R. Müller");
});
