/** A colour as a mail program reads it: "#006d6b". */
export type Hex = string;

interface Tones {
  /** Links, the button, what stands out: at least 4.5 to 1 against everything it lies on. */
  readonly primary: Hex;
  /** Text on the button, at least 4.5 to 1. */
  readonly onPrimary: Hex;
  /** The calendar leaf behind the day. */
  readonly leaf: Hex;
}

export interface BrandColours {
  readonly light: Tones;
  readonly dark: Tones;
  /** The chosen colour could not be read everywhere, so a lighter or darker one of its kind stands in. */
  readonly isAdjusted: boolean;
}

/** What text of a brand's colour may lie on. */
export const GROUNDS = { light: ["#ffffff", "#f5f4f1", "#f4f4f0"], dark: ["#152023", "#0f181b", "#0c1416"] } as const;
const LEAST_CONTRAST = 4.5;
const HEX = /^#[0-9a-f]{6}$/;

const channels = (hex: Hex): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** WCAG 2.2, relative luminance. */
function luminance(hex: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: Hex, other: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `share` of `one` in `other`, 0 to 1. */
function mixed(one: Hex, other: Hex, share: number): Hex {
  const to = channels(other);
  return `#${channels(one).map((value, index) => Math.round(value * share + (to[index] ?? 0) * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

/** Reads a colour as people write it, "#0A7", "0a7" or "#00aa77"; null when it is none. */
export function readColour(text: string): Hex | null {
  const digits = text.trim().toLowerCase().replace(/^#/, "");
  const hex = `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
  return HEX.test(hex) ? hex : null;
}

const INK = "#15222b";
const WHITE = "#ffffff";

/**
 * The tones of a brand's colour for light and dark mails. Where it cannot be read at 4.5 to 1 it is darkened on light
 * grounds and lightened on dark ones, as little as is needed; any colour has such a tone.
 */
export function brandColours(chosen: Hex): BrandColours {
  const light = tones(chosen, GROUNDS.light, INK);
  const dark = tones(chosen, GROUNDS.dark, WHITE);
  return { light, dark, isAdjusted: light.primary !== chosen };
}

function tones(chosen: Hex, grounds: readonly Hex[], towards: Hex): Tones {
  for (let percent = 0; percent <= 100; percent += 2) {
    const primary = mixed(towards, chosen, percent / 100);
    const leaf = mixed(primary, grounds[0] ?? WHITE, 0.1);
    const onPrimary = [WHITE, INK, "#000000"].find((text) => contrastRatio(text, primary) >= LEAST_CONTRAST);
    if (onPrimary !== undefined && [...grounds, leaf].every((ground) => contrastRatio(primary, ground) >= LEAST_CONTRAST)) return { primary, onPrimary, leaf };
  }
  throw new Error("ink and white can be read on their grounds");
}
