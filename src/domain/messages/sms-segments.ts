const BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "^{}\\[~]|€";

/** How many SMS segments a text takes (3GPP TS 23.038): 160 or 153 septets in the basic alphabet, else 70 or 67 UTF-16 units. */
export function smsSegments(text: string): number {
  const isBasic = [...text].every((character) => BASIC.includes(character) || EXTENDED.includes(character));
  const length = isBasic ? [...text].reduce((sum, character) => sum + (EXTENDED.includes(character) ? 2 : 1), 0) : text.length;
  const [single, joined] = isBasic ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / joined);
}
