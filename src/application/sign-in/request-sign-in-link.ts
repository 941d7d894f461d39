import { uuidv7 } from "uuidv7";
import { actorId } from "@/application/shared/actor";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { decideLinkRequest } from "@/domain/sign-in/decide-link-request";
import { hashToken, randomToken } from "@/platform/crypto";
import type { RequestSignInLinkInput } from "./sign-in-schemas";

export const LINK_MINUTES = 15;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const tokenPlace = (linkId: string) => `sign-in-link:${linkId}`;

/**
 * Asks for a link by e-mail that signs a patient in. The answer is the same whoever the address belongs to, and whether or not
 * too many were asked for: a job finds out, and sends it where it leads to somebody.
 */
export async function requestSignInLink(app: AppContext, { email, returnTo }: RequestSignInLinkInput): Promise<{ minutes: number }> {
  authorize(app.actor, "sign-in.request");
  const now = app.clock.now();
  const id = uuidv7();
  const token = randomToken();
  const tokenCiphertext = await app.cipher.encrypt(token, tokenPlace(id));
  const requestedBy = actorId(app.actor);
  await inTransaction(app, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}::text, 2))`;
    const since = { gt: new Date(now - HOUR_MS) };
    const count = (where: { email?: string; requestedBy?: string }) => tx.signInLink.count({ where: { ...where, requestedAt: since } });
    const requests = {
      forAddressByRequester: await count({ email, requestedBy }),
      forAddress: await count({ email }),
      byRequester: await count({ requestedBy }),
      hasLiveLink: (await tx.signInLink.count({ where: { email, usedAt: null, expiresAt: { gt: new Date(now) } } })) > 0,
    };
    if (!decideLinkRequest(requests)) return;
    await tx.signInLink.create({ data: { id, email, tokenHash: hashToken(token), tokenCiphertext, returnTo, requestedBy, requestedAt: new Date(now), expiresAt: new Date(now + LINK_MINUTES * MINUTE_MS) } });
    await enqueue(tx, "sign-in.send-link", { linkId: id });
  });
  return { minutes: LINK_MINUTES };
}
