import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingEmail, OwnSender } from "@/application/shared/ports";

/**
 * An e-mail as an RFC 5322 message of the sender's own. Texts become encoded words and folded lines, so none can begin a header of
 * its own; the calendar entry is an alternative of the text, as mail programs expect it, and a file besides.
 */
export function toMime(email: OutgoingEmail, sender: OwnSender): Promise<Buffer> {
  const { calendarInvite, contactCard, unsubscribeUrl } = email;
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: email.toName ?? "", address: email.to },
    ...(email.replyTo !== null && { replyTo: { name: "", address: email.replyTo } }),
    subject: email.subject,
    text: email.text,
    html: email.html,
    messageId: `<${email.messageId}@${sender.messageIdHost}>`,
    headers: {
      // RFC 3834: an answering machine is not to answer.
      "Auto-Submitted": "auto-generated",
      // RFC 2369 and RFC 8058; large receivers want both.
      ...(unsubscribeUrl !== null && { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
    ...(calendarInvite !== null && { icalEvent: { method: calendarInvite.method, filename: "invite.ics", content: calendarInvite.ics } }),
    ...(contactCard !== null && { attachments: [{ filename: "contact.vcf", contentType: "text/vcard; charset=utf-8", content: contactCard }] }),
    // Nothing in a message is a place to fetch something from.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "\r\n",
  });
  return composer.compile().build();
}
