import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { Sandbox } from "../sandbox-context";
import type { WebhookRequest } from "../webhooks/webhook-sender";

/** The event webhook's key: the configured one, else one made once and kept in the state. */
function signingKey(sandbox: Sandbox) {
  const { sendgrid } = sandbox.state;
  const configured = sandbox.options.sendgridSigningKey;
  if (!configured && !sendgrid.signingKey) {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    sendgrid.signingKey = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
    sandbox.changed();
  }
  return createPrivateKey({ key: Buffer.from(configured ?? sendgrid.signingKey ?? "", "base64"), type: "pkcs8", format: "der" });
}

/** Base64 of the DER, as SendGrid's settings page shows it. */
export const eventsPublicKey = (sandbox: Sandbox) =>
  createPublicKey(signingKey(sandbox)).export({ type: "spki", format: "der" }).toString("base64");

/** A batch of events, signed over timestamp and body. */
export function signEvents(sandbox: Sandbox, url: string, events: object[]): WebhookRequest {
  const body = `${JSON.stringify(events)}\r\n`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    url, body,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "SendGrid Event API",
      "x-twilio-email-event-webhook-signature": sign("sha256", Buffer.from(timestamp + body), signingKey(sandbox)).toString("base64"),
      "x-twilio-email-event-webhook-timestamp": timestamp,
    },
  };
}
