import { isBasicLetter } from "./sms-segments";

/** Typographic signs outside the basic alphabet would make every segment less than half as long. */
export const plainSigns = (text: string): string => text.replace(/[’‘‚‛]/g, "'").replace(/[“”„«»]/g, '"').replace(/[–—]/g, "-").replaceAll("…", "...").replace(/[\u00a0\u202f\u2009]/g, " ");

/** Accents that the basic alphabet lacks ("á", "ç", "ã") are left off, as phones in these countries do; it has "é", "ü" and "ñ". */
export const basicLetters = (text: string): string => plainSigns(text).replace(/[^\n -~]/g, (letter) => (isBasicLetter(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")));
