import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAvailability } from "@tests/support/availability/arbitrary-availability";
import { slotsByTheMinute } from "@tests/support/availability/minute-oracle";
import { contains, overlaps, type Interval } from "@/domain/time/interval";
import { fromEdges } from "@/domain/time/edges";
import { dayWindows } from "./day-windows";
import { explainSlot } from "./explain-slot";
import { openSlots, type OpenSlotsInput } from "./open-slots";

const MINUTE = 60_000;
const visit = (input: OpenSlotsInput, start: number): Interval => [start, start + input.service.durationMinutes * MINUTE];

function blocked({ service }: OpenSlotsInput, start: number): Interval {
  const { bufferBeforeMinutes, durationMinutes, bufferAfterMinutes } = service;
  return [start - bufferBeforeMinutes * MINUTE, start + (durationMinutes + bufferAfterMinutes) * MINUTE];
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, i) => ({ item, key: Math.imul(i + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe("openSlots, for any facts", () => {
  it("agrees with an oracle that looks at every minute", () => {
    let offered = 0;
    fc.assert(
      fc.property(arbitraryAvailability, (input) => {
        const slots = openSlots(input);
        offered += slots.length;
        expect(slots).toEqual(slotsByTheMinute(input));
      }),
      { numRuns: 3000 },
    );
    // Otherwise the two would agree on nothing at all.
    expect(offered).toBeGreaterThan(10_000);
  }, 60_000);

  it("offers exactly the starts that explainSlot accepts", () => {
    fc.assert(
      fc.property(arbitraryAvailability, (input) => {
        const offered = new Set(openSlots(input));
        for (let startsAt = Math.ceil(input.range[0] / MINUTE) * MINUTE; startsAt < input.range[1]; startsAt += 5 * MINUTE) {
          expect(explainSlot({ ...input, startsAt }).ok).toBe(offered.has(startsAt));
        }
        for (const startsAt of offered) expect(explainSlot({ ...input, startsAt })).toEqual({ ok: true });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("never overlaps a busy interval, buffers included", () => {
    fc.assert(
      fc.property(arbitraryAvailability, (input) => {
        for (const start of openSlots(input)) {
          expect(input.busy.some((interval) => overlaps(interval, blocked(input, start)))).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("lies inside one opening window, sorted and without repeats, within the range", () => {
    fc.assert(
      fc.property(arbitraryAvailability, (input) => {
        const [from, to] = input.range;
        const windows = fromEdges(dayWindows(input.schedule, from, to + input.service.durationMinutes * MINUTE));
        let previous = from - 1;
        for (const start of openSlots(input)) {
          expect(start).toBeGreaterThan(previous);
          expect(start).toBeLessThan(to);
          expect(contains(windows, visit(input, start))).toBe(true);
          previous = start;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the order of anything it is given", () => {
    fc.assert(
      fc.property(arbitraryAvailability, fc.integer(), (input, seed) => {
        const { schedule } = input;
        const reordered: OpenSlotsInput = {
          ...input,
          busy: shuffled(input.busy, seed),
          schedule: {
            ...schedule,
            weekly: shuffled(schedule.weekly, seed),
            breaks: shuffled(schedule.breaks, seed),
            exceptions: shuffled(schedule.exceptions, seed),
            holidays: shuffled(schedule.holidays, seed),
          },
        };
        expect(openSlots(reordered)).toEqual(openSlots(input));
      }),
      { numRuns: 1000 },
    );
  });

  it("only loses slots when more is busy", () => {
    fc.assert(
      fc.property(arbitraryAvailability, fc.nat(2880), fc.nat(600), (input, offset, minutes) => {
        const start = input.range[0] + offset * MINUTE;
        const before = new Set(openSlots(input));
        const after = openSlots({ ...input, busy: [...input.busy, [start, start + minutes * MINUTE]] });
        expect(after.filter((slot) => !before.has(slot))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds in two parts of a range what it finds in the whole", () => {
    fc.assert(
      fc.property(arbitraryAvailability, fc.nat(2880), (input, offset) => {
        const [from, to] = input.range;
        const cut = Math.min(to, from + offset * MINUTE);
        const parts = [...openSlots({ ...input, range: [from, cut] }), ...openSlots({ ...input, range: [cut, to] })];
        expect(parts).toEqual(openSlots(input));
      }),
      { numRuns: 1000 },
    );
  });
});
