import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE_MS } from "./calendar-day";
import { toLocal } from "./local-time";
import { writtenInstants, writtenReadings } from "./written-times";

const minutes = fc.array(fc.integer({ min: Date.UTC(2024, 0, 1) / MINUTE_MS, max: Date.UTC(2035, 0, 1) / MINUTE_MS }).map((minute) => minute * MINUTE_MS), { maxLength: 200 });
const zones = fc.constantFrom("Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "UTC");

test("instants are written as Date writes them", () => {
  fc.assert(fc.property(minutes, (instants) => { expect(writtenInstants(instants)).toEqual(instants.map((at) => new Date(at).toISOString())); }));
});

test("readings are those of the wall clock, through every change of offset", () => {
  fc.assert(
    fc.property(minutes, zones, (instants, timeZone) => {
      const sorted = instants.toSorted((a, b) => a - b);
      expect(writtenReadings(sorted, timeZone)).toEqual(sorted.map((at) => toLocal(at, timeZone)));
    }),
  );
});

test("an hour that comes twice reads the same twice", () => {
  const first = Date.UTC(2026, 9, 25, 0, 30);
  expect(writtenReadings([first, first + 60 * MINUTE_MS], "Europe/London")).toEqual(["2026-10-25T01:30", "2026-10-25T01:30"]);
});
