import { finishConsent } from "@/server/google-consent";
import { routeContext } from "@/server/route-context";

export const GET = async (request: Request): Promise<Response> => finishConsent(await routeContext(request), request);
