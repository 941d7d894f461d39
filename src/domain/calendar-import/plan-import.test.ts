import fc from "fast-check";
import { expect, test } from "vitest";
import { planImport, type Standing } from "./plan-import";

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;
const rule = { title: "", attendee: "", service: "check-up" };
const standing: Standing = { known: new Set(["old"]), taken: [{ blockedFrom: NOW + 5 * HOUR, blockedTo: NOW + 6 * HOUR }], offered: new Set(["check-up"]) };
const visit = (eventId: string, from: number, to: number) => ({ eventId, title: "Visit", startsAt: NOW + from * HOUR, endsAt: NOW + to * HOUR, isOurs: false, invited: [{ email: "nora@mail.example", name: null }] });
const outcomes = (...visits: ReturnType<typeof visit>[]) => planImport(visits, [rule], standing, NOW).map((match) => (match.ok ? "imported" : match.reason));

test("what was taken over before, what overlaps a booking or an earlier event, and what is not offered stays out", () => {
  expect(outcomes(visit("a", 1, 2), visit("b", 1.5, 3), visit("c", 2, 3), visit("old", 3, 4), visit("d", 5.5, 7), visit("e", 6, 7), visit("f", 4, 5))).toEqual(["imported", "taken", "imported", "known", "taken", "imported", "imported"]);
  expect(planImport([visit("a", 1, 2)], [{ ...rule, service: "gone" }], standing, NOW)).toEqual([{ ok: false, reason: "not-offered" }]);
  expect(outcomes(visit("a", 1, 2), visit("a", 8, 9))).toEqual(["imported", "known"]);
});

test("what becomes bookings never overlaps, each event has one outcome, and beginning again makes nothing", () => {
  const events = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 })).map(([from, hours]) => [from, from + hours] as const), { maxLength: 30 });
  fc.assert(
    fc.property(events, (spans) => {
      const visits = spans.map(([from, to], index) => visit(`e${index}`, from, to));
      const made = planImport(visits, [rule], standing, NOW);
      expect(made).toHaveLength(visits.length);
      const taken = [...standing.taken, ...made.flatMap((match) => (match.ok ? [{ blockedFrom: match.startsAt, blockedTo: match.endsAt }] : []))].sort((a, b) => a.blockedFrom - b.blockedFrom);
      taken.slice(1).forEach(({ blockedFrom }, index) => expect(blockedFrom).toBeGreaterThanOrEqual(taken[index]?.blockedTo ?? 0));
      const known = new Set(visits.flatMap(({ eventId }, index) => (made[index]?.ok ? [eventId] : [])));
      expect(planImport(visits, [rule], { ...standing, known, taken }, NOW).some((match) => match.ok)).toBe(false);
    }),
  );
});
