import { addCalendarLink } from "@/application/calendar-links/add-calendar-link";
import { AddCalendarLinkInput, CalendarLinkInput, CalendarLinksView } from "@/application/calendar-links/calendar-link-schemas";
import { listCalendarLinks } from "@/application/calendar-links/list-calendar-links";
import { removeCalendarLink } from "@/application/calendar-links/remove-calendar-link";
import { rereadCalendarLink } from "@/application/calendar-links/reread-calendar-link";
import { providerProcedure, router } from "@/server/trpc/init";

/** The signed-in provider's calendars that are read from a public address. */
export const calendarLinksRouter = router({
  list: providerProcedure.output(CalendarLinksView).query(({ ctx }) => listCalendarLinks(ctx.app, ctx.app.actor.providerId)),
  add: providerProcedure.input(AddCalendarLinkInput).mutation(({ ctx, input }) => addCalendarLink(ctx.app, ctx.app.actor.providerId, input)),
  remove: providerProcedure.input(CalendarLinkInput).mutation(({ ctx, input }) => removeCalendarLink(ctx.app, input)),
  reread: providerProcedure.input(CalendarLinkInput).mutation(({ ctx, input }) => rereadCalendarLink(ctx.app, input)),
});
