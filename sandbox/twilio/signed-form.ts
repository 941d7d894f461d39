import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import type { Sandbox } from "../sandbox-context";
import type { WebhookRequest } from "../webhooks/webhook-sender";

/** A form post signed over the exact URL and the sorted parameters, by Twilio's own function. */
export const signedForm = (sandbox: Sandbox, url: string, params: Record<string, string>): WebhookRequest => ({
  url,
  headers: {
    "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
    "user-agent": "TwilioProxy/1.1",
    "i-twilio-idempotency-token": crypto.randomUUID(),
    "x-twilio-signature": getExpectedTwilioSignature(sandbox.options.twilioAuthToken, url, params),
  },
  body: new URLSearchParams(params).toString(),
});
