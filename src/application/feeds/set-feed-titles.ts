import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { feedOwner, ownerColumn, type FeedOwner } from "./feed-owner";

/** Says whether the titles of the actor's feed name anybody; the address stays. Throws STATUS_CONFLICT when there is no feed. */
export async function setFeedTitles(app: AppContext, { of, showsNames }: { of: FeedOwner["kind"]; showsNames: boolean }): Promise<void> {
  const owner = feedOwner(app, of);
  await inTransaction(app, async (tx) => {
    const feed = await tx.calendarFeed.findFirst({ where: { ...ownerColumn(owner), revokedAt: null }, select: { id: true, showsNames: true } });
    if (feed === null) throw new AppError("STATUS_CONFLICT", { message: "There is no calendar address to change. Make one first." });
    if (feed.showsNames === showsNames) return;
    await tx.calendarFeed.update({ where: { id: feed.id }, data: { showsNames } });
    await audit(tx, app.actor, { action: "feed.set-titles", subjectKind: "feed", subjectId: feed.id, providerId: owner.kind === "provider" ? owner.providerId : null, before: { showsNames: feed.showsNames }, after: { showsNames } });
  });
}
