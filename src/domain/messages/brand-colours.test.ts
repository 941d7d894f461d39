import fc from "fast-check";
import { expect, test } from "vitest";
import { brandColours, contrastRatio, GROUNDS, readColour } from "./brand-colours";

test("contrast is WCAG's", () => {
  expect(contrastRatio("#ffffff", "#000000")).toBeCloseTo(21);
  expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("whatever colour is chosen, what is drawn with it can be read in light and in dark", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colours = brandColours(`#${value.toString(16).padStart(6, "0")}`);
      for (const theme of ["light", "dark"] as const) {
        const { primary, onPrimary, leaf } = colours[theme];
        for (const ground of [...GROUNDS[theme], leaf, onPrimary]) expect(contrastRatio(primary, ground)).toBeGreaterThanOrEqual(4.5);
        // The month stands on the leaf in the muted grey and the day in ink.
        expect(contrastRatio(theme === "light" ? "#15222b" : "#eaf1f2", leaf)).toBeGreaterThanOrEqual(7);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a readable colour stays as it was chosen; a pale one is told to have changed", () => {
  expect(brandColours("#006d6b")).toMatchObject({ light: { primary: "#006d6b", onPrimary: "#ffffff" }, isAdjusted: false });
  const yellow = brandColours("#ffd400");
  expect(yellow.isAdjusted).toBe(true);
  expect(yellow.dark.primary).toBe("#ffd400");
});

test("colours are read as people write them", () => {
  expect(["#0A7", " 00aa77", "#00AA77"].map(readColour)).toEqual(["#00aa77", "#00aa77", "#00aa77"]);
  for (const text of ["", "red", "#12", "#12345g", "rgb(1,2,3)", "#00aa77;}"]) expect(readColour(text), text).toBeNull();
});
