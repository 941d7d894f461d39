import { searchProviders } from "@/application/providers/search-providers";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";
import { toProviderList } from "@/server/rest/to-provider-list";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.listProviders, async ({ app, query }) => toProviderList(await searchProviders(app, query)));
