import { describe, expect, it } from "vitest";
import type { SlotView } from "@/application/availability/availability-schemas";
import { slotsByDay, slotsByPart, timesInWords } from "./slot-days";

const slot = (localStart: string): SlotView => ({ startsAt: `${localStart}:00.000Z`, endsAt: `${localStart}:00.000Z`, localStart, providerLocalStart: localStart });

const slots = ["2026-11-24T09:00", "2026-11-24T12:00", "2026-11-24T17:00", "2026-11-25T16:45"].map(slot);

describe("slotsByDay", () => {
  it("groups by the reader's date", () => {
    const days = slotsByDay(slots);
    expect([...days].map(([date, ofDay]) => [date, ofDay.length])).toEqual([["2026-11-24", 3], ["2026-11-25", 1]]);
  });

  it("keeps evenings only when asked, and drops days without any", () => {
    expect([...slotsByDay(slots, true).keys()]).toEqual(["2026-11-24"]);
  });
});

describe("slotsByPart", () => {
  it("begins the afternoon at 12:00 and the evening at 17:00", () => {
    expect(slotsByPart(slots).map((group) => [group.title, group.slots.map((one) => one.localStart.slice(11))])).toEqual([
      ["Morning", ["09:00"]],
      ["Afternoon", ["12:00", "16:45"]],
      ["Evening", ["17:00"]],
    ]);
  });
});

it("counts times in words", () => {
  expect(timesInWords(1)).toBe("1 free time");
  expect(timesInWords(12)).toBe("12 free times");
});
