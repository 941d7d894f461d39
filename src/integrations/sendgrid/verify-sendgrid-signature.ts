import { EventWebhook } from "@sendgrid/eventwebhook";

/** Whether SendGrid signed this raw body. False also for a signature that is no signature at all. */
export function verifySendgridSignature(request: { readonly publicKey: string; readonly signature: string | null; readonly timestamp: string | null; readonly body: string }): boolean {
  if (request.signature === null || request.timestamp === null) return false;
  const webhook = new EventWebhook();
  const key = webhook.convertPublicKeyToECDSA(request.publicKey);
  try {
    return webhook.verifySignature(key, request.body, request.signature, request.timestamp);
  } catch (error) {
    // The library throws on text that is not a DER signature.
    if (error instanceof Error) return false;
    throw error;
  }
}
