import { z } from "zod";
import { CalendarBatchView } from "@/application/calendar-batch/batch-schemas";
import { getBatch } from "@/application/calendar-batch/get-batch";
import { CalendarScope, CalendarStatusView, ConnectByServiceAccountInput, DisconnectCalendarInput, ServiceAccountOutcome, ServiceAccountView, SetBookingCalendarInput, SetBusyKindsInput, SetCalendarUseInput } from "@/application/calendar/calendar-schemas";
import { connectByServiceAccount } from "@/application/calendar/connect-by-service-account";
import { disconnectCalendar } from "@/application/calendar/disconnect-calendar";
import { getCalendarStatus } from "@/application/calendar/get-calendar-status";
import { setBookingCalendar } from "@/application/calendar/set-booking-calendar";
import { setBusyKinds } from "@/application/calendar/set-busy-kinds";
import { setCalendarUse } from "@/application/calendar/set-calendar-use";
import { syncNow } from "@/application/calendar/sync-now";
import { providerProcedure, router, staffProcedure } from "@/server/trpc/init";

/** Google accounts of a provider or a clinic: their owner changes them, the staff of a clinic see how its providers' stand. */
export const calendarSyncRouter = router({
  status: staffProcedure.input(CalendarScope).output(CalendarStatusView).query(({ ctx, input }) => getCalendarStatus(ctx.app, input.providerId)),
  batch: staffProcedure.input(CalendarScope).output(CalendarBatchView).query(({ ctx, input }) => getBatch(ctx.app, input.providerId)),
  syncNow: providerProcedure.output(z.object({ calendars: z.int() })).mutation(({ ctx }) => syncNow(ctx.app, ctx.app.actor.providerId)),
  serviceAccount: staffProcedure.output(ServiceAccountView).query(({ ctx }) => ({ email: ctx.app.ports.serviceAccount?.email ?? null })),
  connectByServiceAccount: staffProcedure.input(ConnectByServiceAccountInput).output(ServiceAccountOutcome).mutation(({ ctx, input }) => connectByServiceAccount(ctx.app, input)),
  disconnect: staffProcedure.input(DisconnectCalendarInput).mutation(({ ctx, input }) => disconnectCalendar(ctx.app, input)),
  setCalendarUse: staffProcedure.input(SetCalendarUseInput).mutation(({ ctx, input }) => setCalendarUse(ctx.app, input)),
  setBookingCalendar: staffProcedure.input(SetBookingCalendarInput).mutation(({ ctx, input }) => setBookingCalendar(ctx.app, input)),
  setBusyKinds: staffProcedure.input(SetBusyKindsInput).mutation(({ ctx, input }) => setBusyKinds(ctx.app, input)),
});
