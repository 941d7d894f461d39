import { expect, test } from "vitest";
import { layoutMonth } from "./month-layout";

test("November 2026 starts on a Sunday and takes six weeks", () => {
  const weeks = layoutMonth("2026-11");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
});

test("February 2027 fits four weeks exactly", () => {
  const weeks = layoutMonth("2027-02");
  expect(weeks).toHaveLength(4);
  expect(weeks.flat()).not.toContain(null);
});

test("every day of every month appears once, in order", () => {
  for (let month = 1; month <= 12; month++) {
    const days = layoutMonth(`2028-${String(month).padStart(2, "0")}`).flat().filter((day) => day !== null);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days).toHaveLength(new Date(Date.UTC(2028, month, 0)).getUTCDate());
  }
});
