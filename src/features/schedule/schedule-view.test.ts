import { describe, expect, it } from "vitest";
import { shownDays, shownTitle, stepTo } from "./schedule-view";

describe("schedule view", () => {
  it("shows a day, or the week from Monday", () => {
    expect(shownDays("day", "2026-11-24")).toEqual({ from: "2026-11-24", to: "2026-11-25" });
    expect(shownDays("week", "2026-11-29")).toEqual({ from: "2026-11-23", to: "2026-11-30" });
    expect(stepTo("agenda", "2026-11-24", -1)).toBe("2026-11-17");
  });

  it("names what it shows", () => {
    expect(shownTitle("day", "2026-11-24")).toBe("Tuesday 24 November 2026");
    expect(shownTitle("week", "2026-11-24")).toBe("23–29 November 2026");
    expect(shownTitle("week", "2026-12-30")).toBe("28 Dec – 3 Jan 2027");
  });
});
