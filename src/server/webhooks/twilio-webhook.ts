import { receiveText } from "@/application/messages/receive-text";
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
  const system = actingAs(app, { kind: "system", job: "webhook.twilio" });
  // Messages from people carry no status.
  if (sid !== undefined && status === undefined) return storeText(system, sid, params);
  if (sid === undefined || status === undefined) return nothingToSay();
  const ref = new URLSearchParams(query).get("ref");
  await recordDelivery(system, {
    vendor: "twilio",
    eventId: `${sid}:${status}`,
    body: { MessageSid: sid, MessageStatus: status, ...(errorCode !== undefined && { ErrorCode: errorCode }) },
    messageId: ref !== null && UUID.test(ref) ? ref : null,
    vendorId: sid,
    report: REPORTS[status] ?? null,
    reader: status === "read" ? "read" : undefined,
    failureCode: errorCode ?? null,
  });
  return new Response(null, { status: 204 });
}

/** An empty answer sends nothing back: what is said follows from a job. */
const nothingToSay = () => new Response("<Response/>", { headers: { "content-type": "text/xml" } });

const NUMBER = /^(whatsapp:)?(\+[1-9]\d{6,14})$/;
/** Longer than ten joined SMS. */
const BODY_LIMIT = 4_000;

/** A text from a person: https://www.twilio.com/docs/messaging/guides/webhook-request. Short codes and names cannot be answered and are left. */
async function storeText(app: AppContext, vendorId: string, params: Readonly<Record<string, string>>): Promise<Response> {
  const from = NUMBER.exec(params.From ?? "");
  const to = NUMBER.exec(params.To ?? "");
  if (!from?.[2] || !to?.[2] || from[1] !== to[1]) return nothingToSay();
  const mediaCount = Number(params.NumMedia ?? 0);
  const body = (params.Body ?? "").replaceAll("\u0000", "").slice(0, BODY_LIMIT);
  await receiveText(app, {
    vendorId,
    channel: from[1] === undefined ? "SMS" : "WHATSAPP",
    address: from[2],
    ourNumber: to[2],
    body: mediaCount > 0 ? `${body}\n[${mediaCount === 1 ? "An attachment" : `${mediaCount} attachments`}, not kept]`.trim() : body,
    button: params.ButtonPayload?.slice(0, 100) ?? null,
    optOutType: params.OptOutType?.slice(0, 20) ?? null,
  });
  return nothingToSay();
}
