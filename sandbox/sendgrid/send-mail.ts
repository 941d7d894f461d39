import type { Sandbox } from "../sandbox-context";
import type { MessageAttachment, SandboxMessage } from "../store/message";
import { randomToken } from "../store/random-id";
import { scheduleDelivery } from "./mail-events";
import type { MailSend } from "./mail-send-schema";

const formatAddress = ({ email, name }: { email: string; name?: string | undefined }) => (name ? `${name} <${email}>` : email);

const decodeAttachment = (attachment: NonNullable<MailSend["attachments"]>[number]): MessageAttachment => {
  const type = attachment.type ?? "application/octet-stream";
  return {
    filename: attachment.filename, type,
    content: type.startsWith("text/") ? Buffer.from(attachment.content, "base64").toString("utf8") : attachment.content,
  };
};

/** Takes a mail in: one message per recipient, each delivered on its own. Returns the X-Message-Id. */
export function sendMail(sandbox: Sandbox, mail: MailSend): string {
  const messageId = randomToken(22);
  const now = new Date().toISOString();
  const attachments = mail.attachments?.map(decodeAttachment);
  const content = (type: string) => mail.content?.find((block) => block.type.split(";")[0] === type)?.value;
  let index = 0;
  for (const personalization of mail.personalizations) {
    const customArgs = { ...mail.custom_args, ...personalization.custom_args };
    const reference = customArgs.clientReference ?? customArgs.messageId ?? customArgs.message_id;
    // A dynamic template brings its own subject: the sandbox shows the one it was given among the facts.
    const templateData = mail.template_id === undefined ? undefined : (personalization.dynamic_template_data ?? {});
    const subject = typeof templateData?.subject === "string" ? templateData.subject : (personalization.subject ?? mail.subject);
    const text = content("text/plain");
    const html = content("text/html");
    for (const recipient of [...personalization.to, ...(personalization.cc ?? []), ...(personalization.bcc ?? [])]) {
      const message: SandboxMessage = {
        id: `${messageId}.recvd-sandbox-${index}.0`,
        vendor: "sendgrid", direction: "outbound", channel: "email",
        to: recipient.email.toLowerCase(), from: formatAddress(mail.from),
        ...(subject ? { subject } : {}), ...(text ? { text } : {}), ...(html ? { html } : {}),
        ...(mail.template_id !== undefined && templateData ? { templateId: mail.template_id, templateData } : {}),
        ...(attachments?.length ? { attachments } : {}),
        ...(Object.keys(customArgs).length > 0 ? { customArgs } : {}),
        headers: { ...mail.headers, ...personalization.headers, ...(mail.reply_to ? { "Reply-To": formatAddress(mail.reply_to) } : {}) },
        ...(reference ? { clientReference: reference } : {}),
        state: "queued", events: [{ event: "queued", at: now }], createdAt: now, updatedAt: now,
      };
      index += 1;
      sandbox.state.messages.push(message);
      scheduleDelivery(sandbox, message);
    }
  }
  sandbox.changed();
  return messageId;
}
