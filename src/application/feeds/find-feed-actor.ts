import type { Actor } from "@/application/shared/actor";
import type { AppContext } from "@/application/shared/context";
import { hashToken } from "@/platform/crypto";

/** The bearer of a feed's token, or null when it is unknown or revoked. */
export async function findFeedActor(app: AppContext, token: string): Promise<Extract<Actor, { kind: "feed" }> | null> {
  const feed = await app.db.calendarFeed.findUnique({ where: { tokenHash: hashToken(token) }, select: { id: true, revokedAt: true } });
  return feed === null || feed.revokedAt !== null ? null : { kind: "feed", feedId: feed.id };
}
