import { expect, test } from "vitest";
import { matchVisit, type FoundVisit } from "./match-visit";
import { matchesPattern } from "./matches-pattern";

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;
const nora = { email: "Nora@mail.example", name: "Nora Test" };
const visit: FoundVisit = { title: "Check-up: Nora", startsAt: NOW + HOUR, endsAt: NOW + 2 * HOUR, isOurs: false, invited: [{ email: "room@clinic.example", name: null }, nora] };
const checkUp = { title: "check-up", attendee: "@mail", service: "check-up" };
const anything = { title: "", attendee: "", service: "consultation" };

test("the first rule that fits title and person decides, whatever the capitals", () => {
  expect(matchVisit(visit, [checkUp, anything], NOW)).toEqual({ ok: true, rule: checkUp, startsAt: NOW + HOUR, endsAt: NOW + 2 * HOUR, patient: { name: "Nora Test", email: "nora@mail.example" } });
  expect(matchVisit({ ...visit, title: "Lunch" }, [checkUp, anything], NOW)).toMatchObject({ ok: true, rule: anything, patient: { name: "room@clinic.example" } });
  expect(matchVisit({ ...visit, invited: [{ email: "x@other.example", name: " " }] }, [checkUp, anything], NOW)).toMatchObject({ rule: anything, patient: { name: "x@other.example" } });
});

test.each([
  [{ isOurs: true }, "ours"],
  [{ startsAt: null }, "whole-day"],
  [{ startsAt: NOW }, "past"],
  [{ endsAt: NOW + HOUR }, "too-long"],
  [{ endsAt: NOW + 14 * HOUR }, "too-long"],
  [{ title: "Lunch" }, "no-rule"],
  [{ invited: [] }, "nobody-invited"],
  [{ invited: [{ email: "no address", name: "x" }] }, "nobody-invited"],
] as const)("%j is left out: %s", (change, reason) => {
  expect(matchVisit({ ...visit, ...change }, [checkUp], NOW)).toEqual({ ok: false, reason });
});

test.each([
  ["Check-up: Nora", "check", true],
  ["Check-up: Nora", "nora*check", false],
  ["Check-up: Nora", "check*nora", true],
  ["Check-up", "", true],
  ["Check-up", " * ", true],
  ["a.b", ".", true],
  ["ab", ".", false],
  ["", "a", false],
] as const)("%j against %j: %j", (text, pattern, fits) => {
  expect(matchesPattern(text, pattern)).toBe(fits);
});
