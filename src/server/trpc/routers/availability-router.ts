import { ExplainSlotInput, ExplanationView, FindSlotsInput, SlotsView } from "@/application/availability/availability-schemas";
import { explainSlot } from "@/application/availability/explain-slot";
import { findSlots } from "@/application/availability/find-slots";
import { hotOutput } from "@/server/hot-output";
import { publicProcedure, router, staffProcedure } from "../init";

export const availabilityRouter = router({
  slots: publicProcedure.input(FindSlotsInput).output(hotOutput(SlotsView)).query(({ ctx, input }) => findSlots(ctx.app, input)),
  explain: staffProcedure.input(ExplainSlotInput).output(ExplanationView).query(({ ctx, input }) => explainSlot(ctx.app, input)),
});
