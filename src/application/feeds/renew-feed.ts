import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, isDuplicate } from "@/application/shared/transaction";
import { hashToken, randomToken } from "@/platform/crypto";
import { feedOwner, ownerColumn, type FeedOwner } from "./feed-owner";
import type { NewFeedView } from "./feed-schemas";

/** Makes the actor a new feed address; the one before stops at once. The address is answered here and kept nowhere. */
export async function renewFeed(app: AppContext, { of, showsNames }: { of: FeedOwner["kind"]; showsNames: boolean }): Promise<NewFeedView> {
  const owner = feedOwner(app, of);
  const token = randomToken();
  const now = new Date(app.clock.now());
  try {
    await inTransaction(app, async (tx) => {
      const { count } = await tx.calendarFeed.updateMany({ where: { ...ownerColumn(owner), revokedAt: null }, data: { revokedAt: now } });
      const id = uuidv7();
      await tx.calendarFeed.create({ data: { id, ...ownerColumn(owner), tokenHash: hashToken(token), showsNames, createdAt: now } });
      await audit(tx, app.actor, { action: "feed.renew", subjectKind: "feed", subjectId: id, providerId: owner.kind === "provider" ? owner.providerId : null, after: { of, showsNames, replaced: count > 0 } });
    });
  } catch (error) {
    if (isDuplicate(error)) throw new AppError("IN_PROGRESS", {}, { cause: error });
    throw error;
  }
  return { url: `${app.config.publicOrigin}/feeds/${token}.ics`, createdAt: now.toISOString(), showsNames };
}
