import type { AppContext } from "@/application/shared/context";
import { hashToken, randomToken } from "@/platform/crypto";

/** Long enough for a carrier that fetches late, and for the retries of a send. */
const CARD_LIFE_MS = 3_600_000;

const placeOf = (messageId: string) => `contact-card:${messageId}`;

/** The address where a message's card can be fetched for the next hour; the same for every try of that message. */
export async function cardLink(app: AppContext, messageId: string): Promise<string> {
  const token = randomToken();
  const fresh = { tokenHash: hashToken(token), tokenCiphertext: await app.cipher.encrypt(token, placeOf(messageId)) };
  const expiresAt = new Date(app.clock.now() + CARD_LIFE_MS);
  const { tokenCiphertext } = await app.db.contactCard.upsert({ where: { messageId }, create: { messageId, ...fresh, expiresAt }, update: { expiresAt }, select: { tokenCiphertext: true } });
  return `${app.config.publicOrigin}/cards/${await app.cipher.decrypt(tokenCiphertext, placeOf(messageId))}.vcf`;
}
