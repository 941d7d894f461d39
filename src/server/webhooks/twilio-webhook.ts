import { recordDelivery } from "@/application/messages/record-delivery";
import { actingAs, type AppContext } from "@/application/shared/context";
import type { DeliveryReport } from "@/domain/messages/delivery-state";
import { verifyTwilioSignature } from "@/integrations/twilio/verify-twilio-signature";
import { readLimitedBody, WEBHOOK_BODY_LIMIT } from "./read-limited-body";

/** Where Twilio posts status callbacks and incoming messages, below the public origin. */
export const TWILIO_WEBHOOK_PATH = "/api/webhooks/twilio";

/** https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const REPORTS: Readonly<Record<string, DeliveryReport>> = { sent: "SENT", delivered: "DELIVERED", read: "READ", failed: "FAILED", undelivered: "FAILED", canceled: "FAILED" };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Answers a post of Twilio's: 403 unless Twilio signed exactly this, for exactly our public address. */
export async function handleTwilioWebhook(app: AppContext, request: Request, authToken: string | undefined): Promise<Response> {
  const body = await readLimitedBody(request, WEBHOOK_BODY_LIMIT);
  if (body === null) return new Response(null, { status: 413 });
  const params = Object.fromEntries(new URLSearchParams(body));
  const query = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "";
  const url = `${app.config.publicOrigin}${TWILIO_WEBHOOK_PATH}${query}`;
  if (authToken === undefined || !verifyTwilioSignature({ authToken, signature: request.headers.get("x-twilio-signature"), url, params })) return new Response(null, { status: 403 });
  const { MessageSid: sid, MessageStatus: status, ErrorCode: errorCode } = params;
  // Messages from people carry no status; replying is not offered yet, and an empty answer sends nothing back.
  if (sid === undefined || status === undefined) return new Response("<Response/>", { headers: { "content-type": "text/xml" } });
  const ref = new URLSearchParams(query).get("ref");
  await recordDelivery(actingAs(app, { kind: "system", job: "webhook.twilio" }), {
    vendor: "twilio",
    eventId: `${sid}:${status}`,
    body: { MessageSid: sid, MessageStatus: status, ...(errorCode !== undefined && { ErrorCode: errorCode }) },
    messageId: ref !== null && UUID.test(ref) ? ref : null,
    vendorId: sid,
    report: REPORTS[status] ?? null,
    failureCode: errorCode ?? null,
  });
  return new Response(null, { status: 204 });
}
