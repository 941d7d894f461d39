import { expect, test } from "vitest";
import { mergeServices } from "./merge-services";

const row = (changes: Partial<Parameters<typeof mergeServices>[0][number]> = {}) => ({
  slug: "visit", name: "Visit", description: "", durationMinutes: 30, modes: ["IN_PERSON" as const], priceAmount: 5000, currency: "EUR", requiresApproval: false, horizonDays: 60, ...changes,
});

test("a service of several is one line, with the least of each currency and every way to meet", () => {
  const merged = mergeServices([row({ name: "Long visit", durationMinutes: 45, priceAmount: 6000, requiresApproval: true }), row({ modes: ["ONLINE", "IN_PERSON"], horizonDays: 90 }), row({ priceAmount: 7000, currency: "GBP" })]);
  expect(merged).toEqual([
    { slug: "visit", name: "Visit", description: "", durationMinutes: 30, longestMinutes: 45, modes: ["ONLINE", "IN_PERSON"], price: { amount: 5000, currency: "EUR" }, prices: [{ amount: 5000, currency: "EUR" }, { amount: 7000, currency: "GBP" }], hasOtherPrices: true, requiresApproval: false, horizonDays: 90 },
  ]);
});

test("what most offer comes first, the rest as it came", () => {
  expect(mergeServices([row({ slug: "b" }), row({ slug: "a" }), row({ slug: "c" }), row({ slug: "c" })]).map(({ slug, hasOtherPrices }) => [slug, hasOtherPrices])).toEqual([["c", false], ["b", false], ["a", false]]);
  expect(mergeServices([])).toEqual([]);
});
