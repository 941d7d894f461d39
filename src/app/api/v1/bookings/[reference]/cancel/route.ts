import { cancelBooking } from "@/application/booking/cancel-booking";
import { endpoints } from "@/server/rest/endpoints";
import { linkedBooking } from "@/server/rest/linked-booking";
import { toRestBooking } from "@/server/rest/rest-schemas";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.cancelBooking, async ({ app, params, body }) => {
  const { reference } = await linkedBooking(app, params.reference);
  return toRestBooking(await cancelBooking(app, { reference, ...body }));
});
