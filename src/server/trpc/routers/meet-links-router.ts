import { GiveMeetLinkInput, MeetLinkInput, MeetLinkView } from "@/application/calendar/calendar-schemas";
import { getMeetLinkForBooking } from "@/application/calendar/get-meet-link";
import { giveMeetLink } from "@/application/calendar/give-meet-link";
import { regenerateMeetLink } from "@/application/calendar/regenerate-meet-link";
import { router, staffProcedure } from "@/server/trpc/init";

/** Video links of online visits, for their provider and clinic; patients come through `visits`. */
export const meetLinksRouter = router({
  forBooking: staffProcedure.input(MeetLinkInput).output(MeetLinkView).query(({ ctx, input }) => getMeetLinkForBooking(ctx.app, input)),
  regenerate: staffProcedure.input(MeetLinkInput).output(MeetLinkView).mutation(({ ctx, input }) => regenerateMeetLink(ctx.app, input)),
  give: staffProcedure.input(GiveMeetLinkInput).output(MeetLinkView).mutation(({ ctx, input }) => giveMeetLink(ctx.app, input)),
});
