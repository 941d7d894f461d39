import type { Sandbox } from "../sandbox-context";
import type { SandboxMessage } from "../store/message";
import { randomHex } from "../store/random-id";
import { connectionOverrides } from "./connection-overrides";
import { optOutKey } from "./send-message";
import { signedForm } from "./signed-form";

/** Twilio's default keywords; https://help.twilio.com/articles/223134027 */
const stopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE"];
const startWords = ["START", "YES", "UNSTOP"];

export interface Reply {
  channel: "sms" | "whatsapp";
  /** The person. */
  from: string;
  /** Our number. */
  to: string;
  body: string;
  /** What the pressed button of an approved template sends back; `body` is then its label. */
  buttonPayload?: string | undefined;
}

/** A person writes to one of our numbers: opt-outs are kept and the inbound webhook is posted, signed. */
export function receiveReply(sandbox: Sandbox, reply: Reply): SandboxMessage {
  const prefix = reply.channel === "whatsapp" ? "whatsapp:" : "";
  const person = prefix + reply.from.replace(/^whatsapp:/, "");
  const ours = prefix + reply.to.replace(/^whatsapp:/, "");
  const { twilio } = sandbox.state;
  const key = optOutKey(ours, person);
  const word = reply.body.trim().toUpperCase();
  const stops = stopWords.includes(word);
  const starts = startWords.includes(word) && twilio.optOuts.includes(key);
  if (stops && !twilio.optOuts.includes(key)) twilio.optOuts.push(key);
  if (starts) twilio.optOuts = twilio.optOuts.filter((held) => held !== key);
  twilio.lastInbound[key] = Date.now();
  const now = new Date().toISOString();
  const message: SandboxMessage = {
    id: `SM${randomHex(32)}`, vendor: "twilio", direction: "inbound", channel: reply.channel,
    to: ours, from: person, text: reply.body, state: "received", events: [{ event: "received", at: now }], createdAt: now, updatedAt: now,
  };
  sandbox.state.messages.push(message);
  sandbox.changed();
  postInbound(sandbox, message, { optOutType: stops ? "STOP" : starts ? "START" : undefined, buttonPayload: reply.buttonPayload });
  return message;
}

function postInbound(sandbox: Sandbox, message: SandboxMessage, { optOutType, buttonPayload }: { optOutType: string | undefined; buttonPayload: string | undefined }) {
  if (!sandbox.options.twilioInboundUrl) return;
  const { url, attempts, retryOn } = connectionOverrides(sandbox.options.twilioInboundUrl);
  const request = signedForm(sandbox, url, {
    ToCountry: "US", SmsMessageSid: message.id, NumMedia: "0", SmsSid: message.id, SmsStatus: "received", Body: message.text ?? "",
    To: message.to, NumSegments: "1", MessageSid: message.id, AccountSid: sandbox.options.twilioAccountSid, From: message.from, ApiVersion: "2010-04-01",
    ...(optOutType ? { OptOutType: optOutType } : {}),
    ...(buttonPayload ? { ButtonPayload: buttonPayload, ButtonText: message.text ?? "" } : {}),
    ...(message.channel === "whatsapp" ? { ProfileName: "Sandbox", WaId: message.from.replace(/^whatsapp:\+/, "") } : {}),
  });
  sandbox.webhooks.send({ vendor: "twilio", attempts, retryOn, request: () => request });
}
