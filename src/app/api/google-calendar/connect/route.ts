import { redirectToConsent } from "@/server/google-consent";
import { routeContext } from "@/server/route-context";

export const GET = async (request: Request): Promise<Response> => redirectToConsent(await routeContext(request), request);
