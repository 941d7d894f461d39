const BY_CODE: Readonly<Record<string, string>> = {
  "20003": "Twilio did not accept our credentials.",
  "21211": "The number is not a valid telephone number.",
  "21408": "Sending to this country is not switched on at Twilio.",
  "21602": "The message had no text.",
  "21606": "Our number cannot send to this number.",
  "21608": "Twilio's trial account may not write to this number.",
  "21610": "The person replied STOP, so no SMS may be sent to this number.",
  "21612": "This number cannot be reached from ours.",
  "21614": "The number is not a mobile number.",
  "30003": "The phone is switched off or out of reach.",
  "30004": "The number refuses messages from us.",
  "30005": "The number does not exist or is no longer in use.",
  "30006": "The number is a landline or cannot receive SMS.",
  "30007": "The carrier filtered the message.",
  "30008": "The carrier could not deliver the message.",
  "63003": "The number is not on WhatsApp.",
  "63016": "WhatsApp allows free text only within 24 hours of the person's last message; an approved template is needed.",
  "63019": "WhatsApp could not fetch the file that goes along.",
  "63024": "The number is not on WhatsApp.",
  bounce: "The mail server refused the message.",
  blocked: "The mail server blocked the message for now.",
  dropped: "SendGrid did not send it: the address bounced or was unsubscribed before.",
};

/** A plain sentence for a vendor's failure code, for the delivery log. */
export function failureSentence(code: string | undefined, vendor: "twilio" | "sendgrid"): string {
  const name = vendor === "twilio" ? "Twilio" : "SendGrid";
  if (code === undefined) return `${name} could not be reached.`;
  if (/^(20)?429$/.test(code)) return `${name} is busy and asked us to wait.`;
  if (/^(401|403)$/.test(code)) return `${name} did not accept our credentials.`;
  if (/^(5\d\d|20500)$/.test(code)) return `${name} had a problem of its own.`;
  if (code.endsWith(".email")) return "The e-mail address is not valid.";
  return BY_CODE[code] ?? `${name} could not send it (${code}).`;
}
