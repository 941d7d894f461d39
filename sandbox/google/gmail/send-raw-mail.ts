import PostalMime, { type Address, type Attachment } from "postal-mime";
import type { Sandbox } from "../../sandbox-context";
import type { MessageAttachment, SandboxMessage } from "../../store/message";
import { randomToken } from "../../store/random-id";
import { GoogleError } from "../google-error";
import type { MailUpload } from "./mail-upload";

/** What Google lets a private account send in a rolling day (support.google.com/mail/answer/22839). */
const mailsADay = 500;
const dayMs = 86_400_000;

const shown = ["message-id", "reply-to", "list-unsubscribe", "list-unsubscribe-post", "date", "auto-submitted"];

function decodeAttachment({ filename, mimeType, method, content }: Attachment): MessageAttachment {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content));
  const type = method ? `${mimeType}; method=${method}` : mimeType;
  return { filename: filename ?? "unnamed", type, content: type.startsWith("text/") || type.startsWith("application/ics") ? bytes.toString("utf8") : bytes.toString("base64") };
}

const addresses = (list: readonly Address[] | undefined): string[] => (list ?? []).flatMap((entry) => (entry.group ? entry.group.map(({ address }) => address) : [entry.address])).filter(Boolean);

function countToday(sandbox: Sandbox, account: string): number {
  const since = new Date(Date.now() - dayMs).toISOString();
  return sandbox.state.messages.filter(({ vendor, customArgs, createdAt }) => vendor === "gmail" && customArgs?.account === account && createdAt > since).length;
}

/** Sends an RFC 5322 message as the account: one message per recipient. The sender is always the account's own address. */
export async function sendRawMail(sandbox: Sandbox, account: string, raw: Buffer): Promise<NonNullable<MailUpload["sent"]>> {
  const mail = await PostalMime.parse(raw);
  const to = addresses([...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])]);
  if (to.length === 0) throw new GoogleError(400, "invalidArgument", "Recipient address required");
  if (to.some((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address))) throw new GoogleError(400, "invalidArgument", "Invalid To header");
  if (countToday(sandbox, account) + to.length > mailsADay) {
    throw new GoogleError(429, "userRateLimitExceeded", `User-rate limit exceeded.  Retry after ${new Date(Date.now() + 3_600_000).toISOString()} (Mail sending)`, {}, "usageLimits");
  }
  const id = randomToken(16);
  const now = new Date().toISOString();
  const reference = /^<?([^@>]+)@/.exec(mail.messageId ?? "")?.[1];
  to.forEach((recipient, index) => {
    const message: SandboxMessage = {
      id: `${id}.${index}`, vendor: "gmail", direction: "outbound", channel: "email",
      to: recipient.toLowerCase(), from: mail.from?.name ? `${mail.from.name} <${account}>` : account,
      ...(mail.subject ? { subject: mail.subject } : {}), ...(mail.text ? { text: mail.text } : {}), ...(mail.html ? { html: mail.html } : {}),
      ...(mail.attachments.length > 0 ? { attachments: mail.attachments.map(decodeAttachment) } : {}),
      headers: Object.fromEntries(mail.headers.filter(({ key }) => shown.includes(key)).map(({ originalKey, value }) => [originalKey, value])),
      customArgs: { account },
      ...(reference ? { clientReference: reference } : {}),
      state: "sent", events: [{ event: "sent", at: now }], createdAt: now, updatedAt: now,
    };
    sandbox.state.messages.push(message);
  });
  sandbox.changed();
  return { id, threadId: id, labelIds: ["SENT"] };
}
