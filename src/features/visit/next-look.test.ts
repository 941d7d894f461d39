import { expect, test } from "vitest";
import { nextLook } from "./next-look";

const NOW = Date.UTC(2026, 10, 24, 15, 0);
const at = (ms: number) => new Date(NOW + ms).toISOString();
const visit = { door: "early", link: "ready", now: at(0), opensAt: at(0) } as const;

test.each([
  [{ ...visit, opensAt: at(3_600_000) }, 30_000],
  [{ ...visit, opensAt: at(12_000) }, 12_000],
  [{ ...visit, opensAt: at(10) }, 1_000],
  [{ ...visit, door: "open" }, 30_000],
  [{ ...visit, door: "open", link: "pending" }, 2_500],
  [{ ...visit, door: "open", link: "failed" }, 2_500],
  [{ ...visit, door: "over" }, 30_000],
] as const)("%j is looked at again in %d ms", (seen, ms) => {
  expect(nextLook(seen)).toBe(ms);
});
