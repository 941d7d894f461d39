const BASIC = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const EXTENDED = new Set("^{}\\[~]|€");

/** The names under which carriers bill: the basic alphabet of 7 bits, and everything else. */
export type SmsAlphabet = "GSM-7" | "UCS-2";

export interface SmsSize {
  readonly segments: number;
  readonly alphabet: SmsAlphabet;
  /** How many basic characters still fit into the last segment. */
  readonly left: number;
  /** The characters for which a text is not in the basic alphabet, each once. */
  readonly unusual: readonly string[];
}

/** Whether a character is of the basic alphabet (3GPP TS 23.038, 6.2.1). */
export const isBasicLetter = (character: string): boolean => BASIC.has(character) || EXTENDED.has(character);

/** How much of SMS a text takes (3GPP TS 23.038): 160 or 153 septets a segment in the basic alphabet, else 70 or 67 UTF-16 units. No character is cut in two. */
export function smsSize(text: string): SmsSize {
  const characters = [...text];
  const unusual = [...new Set(characters.filter((character) => !isBasicLetter(character)))];
  const alphabet: SmsAlphabet = unusual.length === 0 ? "GSM-7" : "UCS-2";
  const [single, joined] = alphabet === "GSM-7" ? [160, 153] : [70, 67];
  const lengthOf = (character: string) => (alphabet === "GSM-7" ? (EXTENDED.has(character) ? 2 : 1) : character.length);
  const length = characters.reduce((sum, character) => sum + lengthOf(character), 0);
  if (length <= single) return { segments: 1, alphabet, left: single - length, unusual };
  const packed = characters.reduce(
    ({ segments, filled }, character) => {
      const needed = lengthOf(character);
      return filled + needed > joined ? { segments: segments + 1, filled: needed } : { segments, filled: filled + needed };
    },
    { segments: 1, filled: 0 },
  );
  return { segments: packed.segments, alphabet, left: joined - packed.filled, unusual };
}

/** How many SMS segments a text takes. */
export const smsSegments = (text: string): number => smsSize(text).segments;
