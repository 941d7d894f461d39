import twilio from "twilio";

/** Whether Twilio signed this form post. `url` is the public address it posted to, with its query; `params` the raw form. */
export function verifyTwilioSignature(request: { readonly authToken: string; readonly signature: string | null; readonly url: string; readonly params: Readonly<Record<string, string>> }): boolean {
  return request.signature !== null && twilio.validateRequest(request.authToken, request.signature, request.url, { ...request.params });
}
