import { z } from "zod";
import { CalendarScope, CalendarStatusView, DisconnectCalendarInput, SetCalendarUseInput } from "@/application/calendar/calendar-schemas";
import { disconnectCalendar } from "@/application/calendar/disconnect-calendar";
import { getCalendarStatus } from "@/application/calendar/get-calendar-status";
import { setCalendarUse } from "@/application/calendar/set-calendar-use";
import { syncNow } from "@/application/calendar/sync-now";
import { providerProcedure, router, staffProcedure } from "@/server/trpc/init";

/** The signed-in provider's own Google Calendar; the staff of their clinic may see how it stands. */
export const calendarSyncRouter = router({
  status: staffProcedure.input(CalendarScope).output(CalendarStatusView).query(({ ctx, input }) => getCalendarStatus(ctx.app, input.providerId)),
  syncNow: providerProcedure.output(z.object({ calendars: z.int() })).mutation(({ ctx }) => syncNow(ctx.app, ctx.app.actor.providerId)),
  disconnect: providerProcedure.input(DisconnectCalendarInput).mutation(({ ctx, input }) => disconnectCalendar(ctx.app, input)),
  setCalendarUse: providerProcedure.input(SetCalendarUseInput).mutation(({ ctx, input }) => setCalendarUse(ctx.app, input)),
});
