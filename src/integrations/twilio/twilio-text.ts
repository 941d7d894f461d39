import twilio from "twilio";
import { IntegrationError } from "@/application/shared/errors";
import type { OutgoingText, TextPort } from "@/application/shared/ports";
import { classifyTwilioError } from "./classify-twilio-error";
import { TwilioRequestClient } from "./twilio-request-client";

export interface TwilioTextConfig {
  readonly accountSid: string;
  readonly authToken: string;
  /** The sender of this channel, E.164: TWILIO_PHONE_NUMBER or TWILIO_WHATSAPP_NUMBER. */
  readonly from: string;
  readonly baseUrl: string;
  /** Where Twilio reports deliveries; the message's id is added as `ref`. */
  readonly statusCallbackUrl: string;
  /** Per call; ten seconds when absent. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** Twilio's clock against ours: what is another message's own is known by its id, so there is room. */
const CLOCK_SKEW_MS = 10 * 60_000;
/** Twilio writes instants to the second. */
const ROUNDING_MS = 2_000;
const LOOKUP_LIMIT = 50;
/** Twilio gives a webhook up after one answer of 5xx unless its address says otherwise; this part is neither sent nor signed. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const TRIED_AGAIN = "#rc=5&rp=5xx,ct,rt";

/** SMS and WhatsApp through Twilio's Programmable Messaging. One adapter per sender number. */
export function createTwilioText(config: TwilioTextConfig): TextPort {
  const client = twilio(config.accountSid, config.authToken, { httpClient: new TwilioRequestClient(config.baseUrl, config.timeoutMs ?? DEFAULT_TIMEOUT_MS) });
  const addressed = (channel: OutgoingText["channel"], number: string) => (channel === "WHATSAPP" ? `whatsapp:${number}` : number);
  return {
    sender: config.from,

    async send(text) {
      const answer = await client.messages
        .create({
          to: addressed(text.channel, text.to),
          from: addressed(text.channel, config.from),
          statusCallback: `${config.statusCallbackUrl}?ref=${encodeURIComponent(text.messageId)}${TRIED_AGAIN}`,
          ...(text.content === null ? { body: text.body, ...(text.mediaUrl !== null && { mediaUrl: [text.mediaUrl] }) } : { contentSid: text.content.sid, contentVariables: JSON.stringify(text.content.variables) }),
        })
        .catch((error: unknown) => {
          throw classifyTwilioError(error, "messages.create", true);
        });
      // A success without an id is no answer of Twilio's: something between us and them spoke.
      if (!/^(SM|MM)[0-9a-f]{32}$/i.test(answer.sid ?? "")) throw new IntegrationError({ vendor: "twilio", operation: "messages.create", kind: "transient", isAmbiguous: true });
      return { vendorId: answer.sid };
    },

    async findSent({ channel, to, isIt, sentAfter, except }) {
      const messages = await client.messages.list({ to: addressed(channel, to), limit: LOOKUP_LIMIT }).catch((error: unknown) => {
        throw classifyTwilioError(error, "messages.list", false);
      });
      const found = messages.find((message) => {
        const createdAt = message.dateCreated?.getTime() ?? 0;
        if (createdAt < sentAfter - CLOCK_SKEW_MS || except.includes(message.sid)) return false;
        if (isIt(message.body)) return true;
        // Of an approved WhatsApp template nothing may be shown at all.
        return channel === "WHATSAPP" && createdAt >= sentAfter - ROUNDING_MS && message.body === "";
      });
      return found ? { vendorId: found.sid } : null;
    },
  };
}
