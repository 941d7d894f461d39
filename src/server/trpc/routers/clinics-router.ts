import { AnyHoldView, AnySlotsView, ClinicInput, ClinicView, FindAnySlotsInput, RepeatableAnyHoldInput } from "@/application/clinics/clinic-schemas";
import { findAnySlots } from "@/application/clinics/find-any-slots";
import { getClinic } from "@/application/clinics/get-clinic";
import { holdAnySlot } from "@/application/clinics/hold-any-slot";
import { publicProcedure, router } from "../init";

/** Booking with whoever of a clinic is free. */
export const clinicsRouter = router({
  get: publicProcedure.input(ClinicInput).output(ClinicView).query(({ ctx, input }) => getClinic(ctx.app, input)),
  anySlots: publicProcedure.input(FindAnySlotsInput).output(AnySlotsView).query(({ ctx, input }) => findAnySlots(ctx.app, input)),
  holdAny: publicProcedure.input(RepeatableAnyHoldInput).output(AnyHoldView).mutation(({ ctx, input }) => holdAnySlot(ctx.app, input)),
});
