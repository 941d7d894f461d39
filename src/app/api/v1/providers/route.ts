import { searchProviders } from "@/application/providers/search-providers";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.listProviders, ({ app, query }) => searchProviders(app, query));
