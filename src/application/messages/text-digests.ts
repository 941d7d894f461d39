import { hashToken } from "@/platform/crypto";

/** Without what a sentence puts after a link. */
const linksIn = (text: string): string[] => (text.match(/https?:\/\/\S+/g) ?? []).map((link) => link.replace(/[.,;:!?)]+$/, ""));

/** By what a text is known once it is sent: its words, and its last link. Wording and look may change before anybody asks for it. */
export const textDigests = (body: string): string[] => [body, ...linksIn(body).slice(-1)].map(hashToken);

/**
 * Whether `body`, as the carrier has it, is the text of these digests. WhatsApp shows an approved template in its own words: only the
 * link is certain.
 */
export function isTextOf([words, link]: readonly string[], channel: "SMS" | "WHATSAPP", body: string): boolean {
  if (words === hashToken(body)) return true;
  return channel === "WHATSAPP" && link !== undefined && linksIn(body).some((shown) => hashToken(shown) === link);
}
