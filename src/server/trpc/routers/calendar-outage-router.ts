import { getOutagePolicy } from "@/application/calendar-outage/get-outage-policy";
import { listWaiting } from "@/application/calendar-outage/list-waiting";
import { OutagePolicyView, SetOutagePolicyInput, WaitingView } from "@/application/calendar-outage/outage-schemas";
import { setOutagePolicy } from "@/application/calendar-outage/set-outage-policy";
import { CalendarScope } from "@/application/calendar/calendar-schemas";
import { router, staffProcedure } from "@/server/trpc/init";

/** What happens to bookings while a provider's calendars do not answer, and what waits for them. */
export const calendarOutageRouter = router({
  policy: staffProcedure.input(CalendarScope).output(OutagePolicyView).query(({ ctx, input }) => getOutagePolicy(ctx.app, input.providerId)),
  setPolicy: staffProcedure.input(SetOutagePolicyInput).mutation(({ ctx, input }) => setOutagePolicy(ctx.app, input)),
  waiting: staffProcedure.input(CalendarScope).output(WaitingView).query(({ ctx, input }) => listWaiting(ctx.app, input.providerId)),
});
