/** Digits and letters without those that are mistaken for each other: 0 and O, 1, I and L. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A booking's name for people, such as "K7QF-2MPX", from at least 16 random bytes (fewer would favour some references). */
export function bookingReference(randomBytes: Uint8Array): string {
  if (randomBytes.length < 16) throw new RangeError("a booking reference needs 16 random bytes");
  const base = BigInt(ALPHABET.length);
  let rest = randomBytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (let i = 0; i < LENGTH; i++) {
    text += ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** What a person typed or said, as a reference is stored: "k7qf 2mpx" is "K7QF-2MPX". */
export function normalizeReference(text: string): string {
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return letters.length === LENGTH ? `${letters.slice(0, 4)}-${letters.slice(4)}` : text.trim();
}

/** Whether a text has the form of a stored reference. */
export const isReference = (text: string): boolean => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(text);
