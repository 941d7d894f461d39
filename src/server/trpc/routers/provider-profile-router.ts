import { createProvider } from "@/application/providers/create-provider";
import { getOwnProvider, getSetup } from "@/application/providers/get-own-provider";
import { OwnProviderView, ProfileFields, SetupView, UpdateProviderProfileInput } from "@/application/providers/own-provider-schemas";
import { publishProvider } from "@/application/providers/publish-provider";
import { updateProviderProfile } from "@/application/providers/update-provider-profile";
import { ScheduleScope } from "@/application/schedule/schedule-schemas";
import { providerProcedure, router, signedInProcedure, staffProcedure } from "../init";

export const providerProfileRouter = router({
  setup: signedInProcedure.output(SetupView).query(({ ctx }) => getSetup(ctx.app)),
  create: signedInProcedure.input(ProfileFields).mutation(({ ctx, input }) => createProvider(ctx.app, input)),
  publish: providerProcedure.mutation(({ ctx }) => publishProvider(ctx.app)),
  get: staffProcedure.input(ScheduleScope).output(OwnProviderView).query(({ ctx, input }) => getOwnProvider(ctx.app, input)),
  update: staffProcedure.input(UpdateProviderProfileInput).mutation(({ ctx, input }) => updateProviderProfile(ctx.app, input)),
});
