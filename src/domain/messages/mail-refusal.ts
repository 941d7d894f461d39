/** Why an address takes no more of our mail. A mail server that refuses for now is not among them. */
export type MailRefusalReason = "bounced" | "spam" | "invalid";

/** What of SendGrid's reports tells that an address is of no more use. https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event#delivery-events */
export function readMailRefusal(report: { readonly event: string; readonly type?: string | undefined; readonly reason?: string | undefined }): MailRefusalReason | null {
  if (report.event === "spamreport") return "spam";
  if (report.event === "bounce") return report.type === "blocked" ? null : "bounced";
  if (report.event !== "dropped") return null;
  if (/^bounced address/i.test(report.reason ?? "")) return "bounced";
  if (/^spam reporting address/i.test(report.reason ?? "")) return "spam";
  return /^invalid( address)?$/i.test(report.reason ?? "") ? "invalid" : null;
}

/** Reads a stored reason. */
export const asMailRefusalReason = (stored: string): MailRefusalReason => (stored === "spam" || stored === "invalid" ? stored : "bounced");

/** Why nothing is sent to an address any more, for the delivery log. */
export const mailRefusalSentence = (reason: MailRefusalReason): string => `${WHY[reason]} Nothing more is sent to it until the clinic allows it again or has another address.`;

const WHY: Readonly<Record<MailRefusalReason, string>> = {
  bounced: "Mail to this address came back: it does not exist or takes no mail.",
  spam: "Somebody at this address reported our mail as spam.",
  invalid: "This is not a valid e-mail address.",
};
