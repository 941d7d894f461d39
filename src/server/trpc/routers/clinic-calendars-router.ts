import { ClinicCalendarsView, ClinicScope, SetClinicCalendarInput } from "@/application/clinic-calendars/clinic-calendar-schemas";
import { compareClinicCalendars } from "@/application/clinic-calendars/compare-clinic-calendars";
import { getClinicCalendars } from "@/application/clinic-calendars/get-clinic-calendars";
import { rereadClinicCalendars } from "@/application/clinic-calendars/reread-clinic-calendars";
import { setClinicCalendar } from "@/application/clinic-calendars/set-clinic-calendar";
import { CompareView, RereadView } from "@/application/sync-doctor/sync-doctor-schemas";
import { router, staffProcedure } from "../init";

/** Google accounts of a clinic: its managers connect them and say whom each calendar makes busy. */
export const clinicCalendarsRouter = router({
  status: staffProcedure.input(ClinicScope).output(ClinicCalendarsView).query(({ ctx, input }) => getClinicCalendars(ctx.app, input.organizationId)),
  setCalendar: staffProcedure.input(SetClinicCalendarInput).mutation(({ ctx, input }) => setClinicCalendar(ctx.app, input)),
  compare: staffProcedure.input(ClinicScope).output(CompareView).mutation(({ ctx, input }) => compareClinicCalendars(ctx.app, input.organizationId)),
  reread: staffProcedure.input(ClinicScope).output(RereadView).mutation(({ ctx, input }) => rereadClinicCalendars(ctx.app, input.organizationId)),
});
