import { getContainer } from "@/server/container";
import { routeContext } from "@/server/route-context";
import { handleTwilioWebhook } from "@/server/webhooks/twilio-webhook";

export async function POST(request: Request): Promise<Response> {
  const { app } = await routeContext(request);
  return handleTwilioWebhook(app, request, getContainer().env.TWILIO_AUTH_TOKEN);
}
