import { describe, expect, it } from "vitest";
import { rangesUntil, slotRange } from "./slot-ranges";

describe("slot ranges", () => {
  it("follow each other without a gap and stop at the horizon", () => {
    expect(slotRange("2026-11-21", 0, 60)).toEqual({ from: "2026-11-21", to: "2026-12-25" });
    expect(slotRange("2026-11-21", 1, 60)).toEqual({ from: "2026-12-26", to: "2027-01-20" });
  });

  it("are counted up to the one that holds a date", () => {
    expect(rangesUntil("2026-11-21", "2026-11-01", "2027-01-20")).toBe(1);
    expect(rangesUntil("2026-11-21", "2026-12-25", "2027-01-20")).toBe(1);
    expect(rangesUntil("2026-11-21", "2026-12-26", "2027-01-20")).toBe(2);
    expect(rangesUntil("2026-11-21", "2027-12-31", "2027-01-20")).toBe(2);
  });
});
