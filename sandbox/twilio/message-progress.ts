import type { Sandbox } from "../sandbox-context";
import type { MessageState, SandboxMessage } from "../store/message";
import { connectionOverrides } from "./connection-overrides";
import { signedForm } from "./signed-form";

interface Step {
  state: MessageState;
  errorCode?: number;
  errorMessage?: string;
}

const delivered: Step[] = [{ state: "sent" }, { state: "delivered" }];
const outcomes: Record<string, Step[]> = {
  "+15005550008": [{ state: "failed", errorCode: 30008, errorMessage: "Unknown error" }],
  "+15005550009": [{ state: "sent" }, { state: "undelivered", errorCode: 30003, errorMessage: "Unreachable destination handset" }],
};
const outsideWindow: Step[] = [{
  state: "failed", errorCode: 63016,
  errorMessage: "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.",
}];

const noMedia: Step[] = [{ state: "failed", errorCode: 63019, errorMessage: "Media failed to download" }];
const troubles = { "outside-window": outsideWindow, "no-media": noMedia };

function tellSender(sandbox: Sandbox, message: SandboxMessage) {
  if (!message.statusCallback) return;
  const { url, attempts, retryOn } = connectionOverrides(message.statusCallback);
  const request = signedForm(sandbox, url, {
    SmsSid: message.id, SmsStatus: message.state, MessageStatus: message.state, MessageSid: message.id,
    AccountSid: sandbox.options.twilioAccountSid, ApiVersion: "2010-04-01", To: message.to, From: message.from,
    ...(message.errorCode ? { ErrorCode: String(message.errorCode) } : {}),
    ...(message.channel === "whatsapp" ? { ChannelPrefix: "whatsapp", ChannelToAddress: message.to } : {}),
  });
  sandbox.webhooks.send({ vendor: "twilio", attempts, retryOn, request: () => request });
}

/** Moves a message to its next state and tells the sender's callback. */
export function advanceMessage(sandbox: Sandbox, message: SandboxMessage, step: Step) {
  const now = new Date().toISOString();
  message.state = step.state;
  message.updatedAt = now;
  if (step.errorCode) Object.assign(message, { errorCode: step.errorCode, errorMessage: step.errorMessage });
  message.events.push({ event: step.state, at: now, ...(step.errorCode ? { detail: `${step.errorCode} ${step.errorMessage ?? ""}`.trim() } : {}) });
  sandbox.changed();
  tellSender(sandbox, message);
}

/** queued → sent → delivered, or the recipient's magic outcome, one step per `messageDelayMs`. */
export function scheduleProgress(sandbox: Sandbox, message: SandboxMessage, trouble?: keyof typeof troubles) {
  const steps = trouble ? troubles[trouble] : outcomes[message.to.replace(/^whatsapp:/, "")] ?? delivered;
  const reached = steps.findIndex((step) => step.state === message.state);
  steps.slice(reached + 1).forEach((step, index) => {
    sandbox.work.after(sandbox.options.messageDelayMs * (index + 1), () => advanceMessage(sandbox, message, step));
  });
}

/** Messages that were under way when the sandbox stopped. */
export function resumeMessages(sandbox: Sandbox) {
  for (const message of sandbox.state.messages) {
    if (message.vendor === "twilio" && message.direction === "outbound" && ["queued", "sent"].includes(message.state)) scheduleProgress(sandbox, message);
  }
}
