import { Client } from "@sendgrid/client";
import { MailService } from "@sendgrid/mail";
import { IntegrationError } from "@/application/shared/errors";
import type { EmailPort, OutgoingEmail } from "@/application/shared/ports";
import { classifySendgridError } from "./classify-sendgrid-error";

export interface SendgridEmailConfig {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fromEmail: string;
  /** Used when a message names no sender. */
  readonly fromName: string;
  /** Per call; ten seconds when absent. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** E-mail through SendGrid's Web API v3, with clients of its own rather than the library's global ones. */
export function createSendgridEmail(config: SendgridEmailConfig): EmailPort {
  const client = new Client();
  const service = new MailService();
  service.setClient(client);
  service.setTimeout(config.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  service.setApiKey(config.apiKey);
  // Last: setApiKey puts SendGrid's own address back.
  client.setDefaultRequest("baseUrl", `${config.baseUrl.replace(/\/$/, "")}/`);
  return {
    async send(email) {
      const [answer] = await service.send(toMail(email, config)).catch((error: unknown) => {
        throw classifySendgridError(error, "mail.send", true);
      });
      const vendorId: unknown = answer.headers["x-message-id"];
      // Success without an id is no answer of SendGrid's: something between us and them spoke.
      if (answer.statusCode !== 202 || typeof vendorId !== "string" || vendorId === "") throw new IntegrationError({ vendor: "sendgrid", operation: "mail.send", kind: "transient", isAmbiguous: true });
      return { vendorId };
    },

    async findSent({ messageId }) {
      // https://www.twilio.com/docs/sendgrid/for-developers/sending-email/getting-started-email-activity-api
      const [, body] = await client.request({ method: "GET", url: "/v3/messages", qs: { limit: 1, query: `unique_args['message_id']="${messageId}"` } }).catch((error: unknown) => {
        throw classifySendgridError(error, "messages.list", false);
      });
      const vendorId = firstMessageId(body);
      return vendorId === null ? null : { vendorId };
    },

    async allowAgain(address) {
      // https://www.twilio.com/docs/sendgrid/api-reference/bounces-api/delete-a-bounce
      for (const list of ["bounces", "spam_reports", "invalid_emails"]) {
        await client.request({ method: "DELETE", url: `/v3/suppression/${list}/${encodeURIComponent(address)}` }).catch((error: unknown) => {
          const failure = classifySendgridError(error, `suppression.${list}.delete`, false);
          if (failure.kind !== "not-found") throw failure;
        });
      }
    },
  };
}

function toMail(email: OutgoingEmail, config: SendgridEmailConfig) {
  const { calendarInvite, contactCard, dynamicTemplate } = email;
  const attachments = [
    ...(calendarInvite === null ? [] : [attachment("invite.ics", `text/calendar; method=${calendarInvite.method}`, calendarInvite.ics)]),
    ...(contactCard === null ? [] : [attachment("contact.vcf", "text/vcard", contactCard)]),
  ];
  const content = dynamicTemplate === null ? { text: email.text, html: email.html } : { templateId: dynamicTemplate.id, dynamicTemplateData: { ...dynamicTemplate.data } };
  return {
    ...content,
    to: { email: email.to, ...(email.toName !== null && { name: email.toName }) },
    from: { email: config.fromEmail, name: email.fromName ?? config.fromName },
    ...(email.replyTo !== null && { replyTo: email.replyTo }),
    subject: email.subject,
    // RFC 2369 and RFC 8058; large receivers want both.
    ...(email.unsubscribeUrl !== null && { headers: { "List-Unsubscribe": `<${email.unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } }),
    customArgs: { message_id: email.messageId },
    // Links carry tokens and mails are about care: neither is anybody else's to count. An account's own unsubscribe link would end all mail, also of cancellations.
    trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false }, subscriptionTracking: { enable: false } },
    ...(attachments.length > 0 && { attachments }),
  };
}

/** SendGrid refuses a type with a charset; of parameters it takes a calendar's method. https://github.com/sendgrid/sendgrid-nodejs/issues/1313 */
const attachment = (filename: string, type: string, content: string) => ({ filename, type, content: Buffer.from(content).toString("base64"), disposition: "attachment" });

/** SendGrid lists `<X-Message-Id>.<filter details>`; the part before the first dot is what `send` returned. */
function firstMessageId(body: unknown): string | null {
  const messages: unknown = typeof body === "object" && body !== null && "messages" in body ? body.messages : undefined;
  if (!Array.isArray(messages)) throw new IntegrationError({ vendor: "sendgrid", operation: "messages.list", kind: "transient" });
  const first: unknown = messages[0];
  return typeof first === "object" && first !== null && "msg_id" in first && typeof first.msg_id === "string" ? (first.msg_id.split(".")[0] ?? null) : null;
}
