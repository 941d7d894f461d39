import { getProviderProfile } from "@/application/providers/get-provider-profile";
import { listSearchChoices } from "@/application/providers/list-search-choices";
import { ProviderPage, ProviderProfile, ProviderSlugInput, SearchChoices, SearchProvidersInput } from "@/application/providers/provider-schemas";
import { searchProviders } from "@/application/providers/search-providers";
import { hotOutput } from "@/server/hot-output";
import { publicProcedure, router } from "../init";

export const providersRouter = router({
  search: publicProcedure.input(SearchProvidersInput).output(hotOutput(ProviderPage)).query(({ ctx, input }) => searchProviders(ctx.app, input)),
  searchChoices: publicProcedure.output(SearchChoices).query(({ ctx }) => listSearchChoices(ctx.app)),
  get: publicProcedure.input(ProviderSlugInput).output(ProviderProfile).query(({ ctx, input }) => getProviderProfile(ctx.app, input)),
});
