import { endpoints } from "@/server/rest/endpoints";
import { openApiDocument } from "@/server/rest/openapi-document";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.getOpenApi, ({ app }) => Promise.resolve({ ...openApiDocument(app.config.publicOrigin) }));
