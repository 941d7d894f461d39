import { FoundFeedView, NewFeedView, OwnFeedInput, RenewFeedInput } from "@/application/feeds/feed-schemas";
import { findFeed } from "@/application/feeds/find-feed";
import { renewFeed } from "@/application/feeds/renew-feed";
import { revokeFeed } from "@/application/feeds/revoke-feed";
import { setFeedTitles } from "@/application/feeds/set-feed-titles";
import { linkProcedure, router, signedInProcedure } from "@/server/trpc/init";

/** Secret addresses under which people's own calendar programs read their appointments. */
export const feedsRouter = router({
  own: signedInProcedure.input(OwnFeedInput).output(FoundFeedView).query(({ ctx, input }) => findFeed(ctx.app, input.of)),
  renewOwn: signedInProcedure.input(RenewFeedInput).output(NewFeedView).mutation(({ ctx, input }) => renewFeed(ctx.app, input)),
  setTitles: signedInProcedure.input(RenewFeedInput).mutation(({ ctx, input }) => setFeedTitles(ctx.app, input)),
  revokeOwn: signedInProcedure.input(OwnFeedInput).mutation(({ ctx, input }) => revokeFeed(ctx.app, input.of)),
  byLink: linkProcedure.output(FoundFeedView).query(({ ctx }) => findFeed(ctx.app, "series")),
  renewByLink: linkProcedure.output(NewFeedView).mutation(({ ctx }) => renewFeed(ctx.app, { of: "series", showsNames: true })),
  revokeByLink: linkProcedure.mutation(({ ctx }) => revokeFeed(ctx.app, "series")),
});
