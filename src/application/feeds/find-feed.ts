import type { AppContext } from "@/application/shared/context";
import { feedOwner, ownerColumn, type FeedOwner } from "./feed-owner";
import type { FeedView } from "./feed-schemas";

/** The actor's living feed, without its address: that was shown once. Null when there is none. */
export async function findFeed(app: AppContext, of: FeedOwner["kind"]): Promise<FeedView | null> {
  const feed = await app.db.calendarFeed.findFirst({ where: { ...ownerColumn(feedOwner(app, of)), revokedAt: null }, select: { createdAt: true, showsNames: true } });
  return feed && { createdAt: feed.createdAt.toISOString(), showsNames: feed.showsNames };
}
