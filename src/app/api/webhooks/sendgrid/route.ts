import { getContainer } from "@/server/container";
import { routeContext } from "@/server/route-context";
import { handleSendgridWebhook } from "@/server/webhooks/sendgrid-webhook";

export async function POST(request: Request): Promise<Response> {
  const { app } = await routeContext(request);
  return handleSendgridWebhook(app, request, getContainer().env.SENDGRID_WEBHOOK_PUBLIC_KEY);
}
