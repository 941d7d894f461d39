import { createHash } from "node:crypto";
import { z } from "zod";
import { recordDelivery, type ReceivedReport } from "@/application/messages/record-delivery";
import { actingAs, type AppContext } from "@/application/shared/context";
import { readMailRefusal } from "@/domain/messages/mail-refusal";
import type { DeliveryReport } from "@/domain/messages/delivery-state";
import { verifySendgridSignature } from "@/integrations/sendgrid/verify-sendgrid-signature";
import { readLimitedBody, WEBHOOK_BODY_LIMIT } from "./read-limited-body";

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
const REPORTS: Readonly<Record<string, DeliveryReport>> = { processed: "SENT", delivered: "DELIVERED", open: "READ", click: "READ", bounce: "FAILED", dropped: "FAILED" };

const Batch = z.preprocess(asJson, z.array(z.unknown()).max(5_000));

/** A mail that comes back long after it was taken is told without the message's id, and news of the account without an address. */
const Event = z.object({
  event: z.string().max(40),
  sg_message_id: z.string().max(200).optional(),
  timestamp: z.number(),
  email: z.string().max(320).optional(),
  message_id: z.uuid().optional().catch(undefined),
  type: z.string().max(40).optional(),
  reason: z.string().optional().catch(undefined),
});

/** Text that is not JSON stays text, which the schema then refuses. */
function asJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch (error) {
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}

/**
 * Answers a batch of SendGrid's: 403 unless SendGrid signed exactly these bytes. An event that is none of those documented is
 * passed over: refusing the batch would have it repeated, and lose what else it tells.
 */
export async function handleSendgridWebhook(app: AppContext, request: Request, publicKey: string | undefined): Promise<Response> {
  const body = await readLimitedBody(request, WEBHOOK_BODY_LIMIT);
  if (body === null) return new Response(null, { status: 413 });
  const signature = request.headers.get("x-twilio-email-event-webhook-signature");
  const timestamp = request.headers.get("x-twilio-email-event-webhook-timestamp");
  if (publicKey === undefined || !verifySendgridSignature({ publicKey, signature, timestamp, body })) return new Response(null, { status: 403 });
  const batch = Batch.safeParse(body);
  if (!batch.success) return new Response(null, { status: 400 });
  const system = actingAs(app, { kind: "system", job: "webhook.sendgrid" });
  for (const item of batch.data) {
    const event = Event.safeParse(item);
    if (event.success) await recordDelivery(system, toReport(event.data));
    else app.log.warn({ fields: event.error.issues.map(({ path }) => path.join(".")) }, "an event of SendGrid's was passed over");
  }
  return new Response(null, { status: 204 });
}

function toReport(event: z.infer<typeof Event>): ReceivedReport {
  // SendGrid gives a repeated event a new sg_event_id, so what it says is its identity.
  const identity = createHash("sha256").update([event.sg_message_id ?? "", event.event, event.timestamp, event.email ?? ""].join("\n")).digest("hex");
  return {
    vendor: "sendgrid",
    eventId: identity,
    body: { event: event.event, sg_message_id: event.sg_message_id ?? null, timestamp: event.timestamp },
    messageId: event.message_id ?? null,
    vendorId: event.sg_message_id?.split(".")[0] || null,
    address: event.email,
    report: REPORTS[event.event] ?? null,
    reader: event.event === "open" ? "opened" : event.event === "click" ? "clicked" : undefined,
    failureCode: event.event === "bounce" ? (event.type ?? "bounce") : event.event,
    refusal: readMailRefusal(event),
  };
}
