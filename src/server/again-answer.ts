import { getBookingByLink } from "@/application/booking/get-booking-by-link";
import { findLinkActor } from "@/application/booking/manage-link";
import { actingAs } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { getContainer } from "./container";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";

const leadTo = (location: string) => new Response(null, { status: 303, headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" } });

/** Leads to the booking page with the kind of visit chosen that the link stands for, so that no message has to name it. Changes nothing. */
export async function againAnswer(request: Request, manageToken: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "read");
    const actor = await findLinkActor(app, manageToken);
    if (actor === null) return leadTo("/");
    const { provider, service } = await getBookingByLink(actingAs(app, actor));
    return leadTo(`/p/${encodeURIComponent(provider.slug)}?service=${encodeURIComponent(service.slug)}`);
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "LINK_INVALID")) return leadTo("/");
    if (error instanceof AppError && error.code === "RATE_LIMITED") return new Response("Please try again in a while.", { status: 429, headers: { "cache-control": "no-store" } });
    throw error;
  }
}
