import { holdSlot } from "@/application/booking/hold-slot";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.holdSlot, ({ app, body }) => holdSlot(app, body, "API"));
