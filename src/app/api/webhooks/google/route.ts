import { routeContext } from "@/server/route-context";
import { handleGoogleWebhook } from "@/server/webhooks/google-webhook";

export async function POST(request: Request): Promise<Response> {
  const { app } = await routeContext(request);
  return handleGoogleWebhook(app, request);
}
