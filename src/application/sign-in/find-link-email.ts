import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { hashToken } from "@/platform/crypto";

/** As whom a link would sign in, for the page that asks; null when it was used or has expired. Changes nothing. */
export async function findLinkEmail(app: AppContext, token: string): Promise<string | null> {
  authorize(app.actor, "sign-in.request");
  const link = await app.db.signInLink.findFirst({ where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date(app.clock.now()) } }, select: { email: true } });
  return link?.email ?? null;
}
