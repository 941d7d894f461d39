import { confirmBooking } from "@/application/booking/confirm-booking";
import { endpoints } from "@/server/rest/endpoints";
import { toRestBooking } from "@/server/rest/rest-schemas";
import { restRoute } from "@/server/rest/rest-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute(endpoints.createBooking, async ({ app, body, language }) => {
  const confirmation = await confirmBooking(app, body.language === undefined && language !== undefined ? { ...body, language } : body);
  return { ...toRestBooking(confirmation), manageUrl: confirmation.manageUrl, manageToken: confirmation.manageToken };
});
