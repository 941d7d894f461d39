import { holdAnySlot } from "@/application/clinics/hold-any-slot";
import { endpoints } from "@/server/rest/endpoints";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.holdAnySlot, ({ app, body }) => holdAnySlot(app, body, "API"));
