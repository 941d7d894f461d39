import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Theme = Map<string, [lightness: number, chroma: number, hue: number]>;

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");

function tokensOf(selector: string): Theme {
  const block = new RegExp(`^${selector.replace(".", "\\.")} \\{([^}]*)\\}`, "m").exec(css)?.[1] ?? "";
  const tokens = [...block.matchAll(/--([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  return new Map(tokens.map(([, name = "", lightness, chroma, hue]) => [name, [Number(lightness), Number(chroma), Number(hue)]]));
}

/** OKLCH to relative luminance through linear sRGB, clipped to the gamut as a screen does (Ottosson 2020). */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, one: string, other: string): number {
  const [first, second] = [one, other].map((name) => {
    const token = theme.get(name);
    if (!token) throw new Error(`No token --${name}`);
    return luminance(token);
  });
  const [light, dark] = [Math.max(first ?? 0, second ?? 0), Math.min(first ?? 0, second ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["surface", "raised", "sunken"];
const states = ["pending", "danger", "success", "info"];
const textPairs = [
  ...grounds.flatMap((ground) => ["ink", "muted", "primary-ink", "pending-ink", "danger-ink", "success-ink", "info-ink"].map((text) => [text, ground])),
  ...["primary", ...states].map((tone) => [`${tone}-ink`, `${tone}-soft`]),
  ...["primary", ...states].flatMap((tone) => [["ink", `${tone}-soft`], ["muted", `${tone}-soft`]]),
  ["on-primary", "primary"],
  ["on-primary", "primary-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["surface", "ink"],
];
const shapePairs = grounds.flatMap((ground) => ["primary", "danger", "success", "info", "control"].map((shape) => [shape, ground]));

test.each([":root", ".dark"])("%s: text stands out at 4.5 and shapes at 3", (selector) => {
  const theme = tokensOf(selector);
  const weak: string[] = [];
  for (const [pairs, least] of [[textPairs, 4.5], [shapePairs, 3]] as const) {
    for (const [one = "", other = ""] of pairs) {
      const ratio = contrast(theme, one, other);
      if (ratio < least) weak.push(`${one} on ${other}: ${ratio.toFixed(2)} < ${least}`);
    }
  }
  expect(weak).toEqual([]);
});

test("the formula gives 21 for black and white", () => {
  const extremes: Theme = new Map([["black", [0, 0, 0]], ["white", [1, 0, 0]]]);
  expect(contrast(extremes, "black", "white")).toBeCloseTo(21, 3);
});
