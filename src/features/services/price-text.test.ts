import { describe, expect, it } from "vitest";
import { toMajor, toMinor } from "./price-text";

describe("price text", () => {
  it("reads what people type, with a point or a comma", () => {
    expect(toMinor("45", "EUR")).toBe(4500);
    expect(toMinor(" 45,5 ", "EUR")).toBe(4550);
    expect(toMinor("19.99", "EUR")).toBe(1999);
    expect(toMinor("5000", "JPY")).toBe(5000);
  });

  it("refuses what is no amount or finer than the currency", () => {
    expect(["", "-1", "1.234", "abc", "1e3"].map((text) => toMinor(text, "EUR"))).toEqual([null, null, null, null, null]);
    expect(toMinor("5000.5", "JPY")).toBeNull();
  });

  it("writes amounts back", () => {
    expect(toMajor(4550, "EUR")).toBe("45.50");
    expect(toMajor(5000, "JPY")).toBe("5000");
  });
});
