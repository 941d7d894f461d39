import type { Sandbox } from "../sandbox-context";
import type { MessageState, SandboxMessage } from "../store/message";
import { randomToken } from "../store/random-id";
import { signEvents } from "./sign-events";

const attempts = 6;

/** How SendGrid's event webhook and our state name the same thing. */
type MailEvent = Extract<MessageState, "processed" | "delivered" | "bounce" | "dropped" | "open" | "spamreport">;

const details: Partial<Record<MailEvent, Record<string, string>>> = {
  delivered: { response: "250 OK" },
  bounce: { reason: "550 5.1.1 The email account that you tried to reach does not exist.", status: "5.1.1", type: "bounce" },
  dropped: { reason: "Bounced Address", status: "5.0.0" },
  open: { useragent: "Mozilla/5.0 (sandbox)", ip: "127.0.0.1" },
};

/** Records what happened to a mail and posts it, signed, to the event webhook. */
export function recordMailEvent(sandbox: Sandbox, message: SandboxMessage, event: MailEvent, particular?: Record<string, string>) {
  const { detail, seconds } = noteEvent(sandbox, message, event, particular);
  postEvents(sandbox, () => [{
    email: message.to, timestamp: seconds, "smtp-id": `<${message.id.split(".")[0]}@sandbox>`,
    event, sg_event_id: randomToken(22), sg_message_id: message.id, ...detail, ...message.customArgs,
  }]);
}

/**
 * A mail that was taken comes back. SendGrid cannot say any more which it was: the event has no message id and no arguments of
 * the sender's. https://github.com/sendgrid/docs/pull/5642 Beside it stands news of the account, which has no address either.
 */
export function recordLateBounce(sandbox: Sandbox, message: SandboxMessage) {
  const { detail, seconds } = noteEvent(sandbox, message, "bounce");
  postEvents(sandbox, () => [
    { event: "account_status_change", sg_event_id: randomToken(22), timestamp: seconds, type: "compliance_suspend" },
    { event: "bounce", sg_event_id: randomToken(22), timestamp: seconds, email: message.to, ...detail },
  ]);
}

function noteEvent(sandbox: Sandbox, message: SandboxMessage, event: MailEvent, particular?: Record<string, string>) {
  const now = new Date();
  const detail = { ...details[event], ...particular };
  message.state = event;
  message.updatedAt = now.toISOString();
  message.events.push({ event, at: now.toISOString(), ...(detail.reason ? { detail: detail.reason } : {}) });
  const { sendgrid } = sandbox.state;
  const list = event === "bounce" ? sendgrid.bounced : event === "spamreport" ? (sendgrid.spamReporters ??= []) : null;
  if (list !== null && !list.includes(message.to)) list.push(message.to);
  sandbox.changed();
  return { detail, seconds: Math.floor(now.getTime() / 1000) };
}

/** SendGrid gives every attempt a new sg_event_id and signs it anew. */
function postEvents(sandbox: Sandbox, events: () => object[]) {
  const url = sandbox.options.sendgridEventsUrl;
  if (!url) return;
  sandbox.webhooks.send({ vendor: "sendgrid", attempts, retryOn: (status) => status < 200 || status > 299, request: () => signEvents(sandbox, url, events()) });
}

const isAddressed = (message: SandboxMessage, name: string) => message.to.startsWith(`${name}@`);

/** processed → delivered; `bounce@…` bounces, and once bounced or `dropped@…` is dropped. */
export function scheduleDelivery(sandbox: Sandbox, message: SandboxMessage) {
  const { messageDelayMs } = sandbox.options;
  const isSpamReporter = sandbox.state.sendgrid.spamReporters?.includes(message.to) ?? false;
  if (isAddressed(message, "dropped") || isSpamReporter || sandbox.state.sendgrid.bounced.includes(message.to)) {
    sandbox.work.after(messageDelayMs, () => recordMailEvent(sandbox, message, "dropped", isSpamReporter ? { reason: "Spam Reporting Address" } : undefined));
    return;
  }
  if (message.state === "queued") sandbox.work.after(messageDelayMs, () => recordMailEvent(sandbox, message, "processed"));
  sandbox.work.after(messageDelayMs * 2, () => recordMailEvent(sandbox, message, isAddressed(message, "bounce") ? "bounce" : "delivered"));
}

/** Mails that were under way when the sandbox stopped. */
export function resumeMails(sandbox: Sandbox) {
  for (const message of sandbox.state.messages) {
    if (message.vendor === "sendgrid" && ["queued", "processed"].includes(message.state)) scheduleDelivery(sandbox, message);
  }
}
