import { MeetLinkInput, MeetLinkView } from "@/application/calendar/calendar-schemas";
import { getMeetLinkByLink, getMeetLinkForBooking } from "@/application/calendar/get-meet-link";
import { regenerateMeetLink } from "@/application/calendar/regenerate-meet-link";
import { linkProcedure, router, staffProcedure } from "@/server/trpc/init";

/** Video links of online visits, for their participants only. */
export const meetLinksRouter = router({
  byLink: linkProcedure.output(MeetLinkView).query(({ ctx }) => getMeetLinkByLink(ctx.app)),
  forBooking: staffProcedure.input(MeetLinkInput).output(MeetLinkView).query(({ ctx, input }) => getMeetLinkForBooking(ctx.app, input)),
  regenerate: staffProcedure.input(MeetLinkInput).output(MeetLinkView).mutation(({ ctx, input }) => regenerateMeetLink(ctx.app, input)),
});
