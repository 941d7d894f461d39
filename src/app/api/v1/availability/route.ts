import { findStarts } from "@/application/availability/find-slots";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";
import { toAvailability } from "@/server/rest/to-availability";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.findSlots, async ({ app, query }) => toAvailability(query, await findStarts(app, query)));
