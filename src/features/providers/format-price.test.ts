import { describe, expect, it } from "vitest";
import { formatPrice } from "./format-price";

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
