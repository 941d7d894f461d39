import { randomBytes } from "node:crypto";

const pick = (alphabet: string, length: number) =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");

export const randomHex = (length: number) => pick("0123456789abcdef", length);
export const randomToken = (length: number) =>
  pick("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", length);
/** Google's event ids: base32hex, lower case. */
export const randomBase32Hex = (length: number) => pick("0123456789abcdefghijklmnopqrstuv", length);
export const randomLetters = (length: number) => pick("abcdefghijkmnopqrstuvwxyz", length);
