import { findAnySlots } from "@/application/clinics/find-any-slots";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.findAnySlots, ({ app, query }) => findAnySlots(app, query));
