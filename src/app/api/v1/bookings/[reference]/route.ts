import { endpoints } from "@/server/rest/endpoints";
import { linkedBooking } from "@/server/rest/linked-booking";
import { toRestBooking } from "@/server/rest/rest-schemas";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.getBooking, async ({ app, params }) => toRestBooking(await linkedBooking(app, params.reference)));
