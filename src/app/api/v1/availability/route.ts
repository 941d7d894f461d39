import { findSlots } from "@/application/availability/find-slots";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.findSlots, ({ app, query }) => findSlots(app, query));
