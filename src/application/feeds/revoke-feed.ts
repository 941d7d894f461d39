import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { feedOwner, ownerColumn, type FeedOwner } from "./feed-owner";

/** Ends the actor's feed at once, if there is one. */
export async function revokeFeed(app: AppContext, of: FeedOwner["kind"]): Promise<void> {
  const owner = feedOwner(app, of);
  await inTransaction(app, async (tx) => {
    const feed = await tx.calendarFeed.findFirst({ where: { ...ownerColumn(owner), revokedAt: null }, select: { id: true } });
    if (feed === null) return;
    await tx.calendarFeed.update({ where: { id: feed.id }, data: { revokedAt: new Date(app.clock.now()) } });
    await audit(tx, app.actor, { action: "feed.revoke", subjectKind: "feed", subjectId: feed.id, providerId: owner.kind === "provider" ? owner.providerId : null, after: { of } });
  });
}
