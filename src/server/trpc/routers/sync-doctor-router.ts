import { compareCalendars } from "@/application/sync-doctor/compare-calendars";
import { explainTime } from "@/application/sync-doctor/explain-time";
import { getSyncHealth } from "@/application/sync-doctor/get-sync-health";
import { listSyncHealth } from "@/application/sync-doctor/list-sync-health";
import { mendDifferences } from "@/application/sync-doctor/mend-differences";
import { replayPushes } from "@/application/sync-doctor/replay-pushes";
import { rereadCalendars } from "@/application/sync-doctor/reread-calendars";
import { CompareView, ExplainTimeInput, MendView, ReplayView, RereadView, SyncDoctorScope, SyncHealthView, SyncOverviewView, TimeExplanationView } from "@/application/sync-doctor/sync-doctor-schemas";
import { adminProcedure, router, staffProcedure } from "../init";

/** What is wrong between a provider's calendars and MedBookings, and what mends it. */
export const syncDoctorRouter = router({
  health: staffProcedure.input(SyncDoctorScope).output(SyncHealthView).query(({ ctx, input }) => getSyncHealth(ctx.app, input.providerId)),
  explain: staffProcedure.input(ExplainTimeInput).output(TimeExplanationView).query(({ ctx, input }) => explainTime(ctx.app, input)),
  reread: staffProcedure.input(SyncDoctorScope).output(RereadView).mutation(({ ctx, input }) => rereadCalendars(ctx.app, input.providerId)),
  replay: staffProcedure.input(SyncDoctorScope).output(ReplayView).mutation(({ ctx, input }) => replayPushes(ctx.app, input.providerId)),
  compare: staffProcedure.input(SyncDoctorScope).output(CompareView).mutation(({ ctx, input }) => compareCalendars(ctx.app, input.providerId)),
  mend: staffProcedure.input(SyncDoctorScope).output(MendView).mutation(({ ctx, input }) => mendDifferences(ctx.app, input.providerId)),
});

/** The same over all providers, for administrators. */
export const adminSyncRouter = router({
  overview: adminProcedure.output(SyncOverviewView).query(({ ctx }) => listSyncHealth(ctx.app)),
  health: adminProcedure.input(SyncDoctorScope).output(SyncHealthView).query(({ ctx, input }) => getSyncHealth(ctx.app, input.providerId)),
  reread: adminProcedure.input(SyncDoctorScope).output(RereadView).mutation(({ ctx, input }) => rereadCalendars(ctx.app, input.providerId)),
  replay: adminProcedure.input(SyncDoctorScope).output(ReplayView).mutation(({ ctx, input }) => replayPushes(ctx.app, input.providerId)),
  compare: adminProcedure.input(SyncDoctorScope).output(CompareView).mutation(({ ctx, input }) => compareCalendars(ctx.app, input.providerId)),
  mend: adminProcedure.input(SyncDoctorScope).output(MendView).mutation(({ ctx, input }) => mendDifferences(ctx.app, input.providerId)),
});
