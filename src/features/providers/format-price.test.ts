import { describe, expect, it, test } from "vitest";
import { formatPrice, priceSpan } from "./format-price";

describe("formatPrice", () => {
  it("leaves out minor units that are zero", () => {
    expect(formatPrice({ amount: 4500, currency: "EUR" })).toBe("€45");
    expect(formatPrice({ amount: 4550, currency: "EUR" })).toBe("€45.50");
  });

  it("knows currencies without minor units", () => {
    expect(formatPrice({ amount: 4500, currency: "JPY" })).toContain("4,500");
  });

  it("calls nothing free", () => {
    expect(formatPrice({ amount: 0, currency: "GBP" })).toBe("Free");
  });
});

test.each([
  [[4500], "€45"],
  [[4500, 8000], "from €45"],
  [[4500, 4500], "€45"],
  [[0, 11000], "free or €110"],
  [[0, 11000, 5000], "free or from €50"],
  [[0], "free"],
])("prices %j read %s", (amounts, words) => {
  expect(priceSpan(amounts.map((amount) => ({ amount, currency: "EUR" })))).toBe(words);
});
