import type { Sandbox } from "../sandbox-context";
import type { SandboxMessage } from "../store/message";
import { randomHex } from "../store/random-id";
import { fetchMedia } from "./fetch-media";
import { scheduleProgress } from "./message-progress";
import { TwilioError } from "./twilio-error";

const longestBody = 1600;
const conversationWindowMs = 24 * 3_600_000;

/** Twilio's own magic numbers refuse at once; https://www.twilio.com/docs/iam/test-credentials */
const refusedRecipients: Record<string, [code: number, message: string]> = {
  "+15005550001": [21211, "Invalid 'To' Phone Number: +15005550001"],
  "+15005550002": [21612, "The 'To' phone number: +15005550002, is not currently reachable using the 'From' phone number via SMS."],
  "+15005550003": [21408, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +15005550003."],
  "+15005550004": [21610, "Attempt to send to unsubscribed recipient"],
};

export const optOutKey = (from: string, to: string) => `${from}|${to}`;

const bare = (address: string) => address.replace(/^whatsapp:/, "");
const isWhatsApp = (address: string) => address.startsWith("whatsapp:");

/** Their own reference, when the callback carries one, so that a lost reply can be matched. */
const referenceIn = (callback: string | undefined) =>
  callback && URL.canParse(callback) ? new URL(callback).searchParams.get("ref") ?? undefined : undefined;

function assertAddresses(sandbox: Sandbox, from: string | null, to: string | null): { from: string; to: string } {
  if (!to) throw new TwilioError(400, 21604, "A 'To' phone number is required.");
  if (!from) throw new TwilioError(400, 21603, "A 'From' phone number is required.");
  if (isWhatsApp(from) !== isWhatsApp(to)) throw new TwilioError(400, 21910, "Invalid From and To pair. From and To should be of the same channel");
  const refusal = refusedRecipients[bare(to)];
  if (refusal) throw new TwilioError(400, ...refusal);
  if (!/^\+[1-9]\d{6,14}$/.test(bare(to))) throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (!sandbox.options.twilioNumbers.includes(bare(from))) {
    throw isWhatsApp(from)
      ? new TwilioError(400, 63007, "Twilio could not find a Channel with the specified From address")
      : new TwilioError(400, 21606, `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`);
  }
  return { from, to };
}

function assertContent(form: URLSearchParams) {
  const body = form.get("Body") ?? "";
  const contentSid = form.get("ContentSid");
  const variables = form.get("ContentVariables");
  if (!body && !contentSid && form.getAll("MediaUrl").length === 0) throw new TwilioError(400, 21602, "Message body is required.");
  if (body.length > longestBody) throw new TwilioError(400, 21617, `The concatenated message body exceeds the ${longestBody} character limit`);
  if (contentSid && !/^HX[0-9a-f]{32}$/i.test(contentSid)) throw new TwilioError(400, 21655, "The ContentSid is Invalid");
  if (variables && !isFlatJson(variables)) throw new TwilioError(400, 21656, "The ContentVariables parameter is invalid");
  const callback = form.get("StatusCallback");
  if (callback && !/^https?:\/\//.test(callback)) throw new TwilioError(400, 21609, `The 'StatusCallback' URL ${callback} is not a valid URL`);
}

function isFlatJson(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((entry) => typeof entry === "string");
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** WhatsApp lets free text through only within a day of the person's last message. */
function outsideConversation(sandbox: Sandbox, from: string, to: string, contentSid: string | null) {
  if (!isWhatsApp(to) || contentSid || sandbox.options.whatsappPlainText) return false;
  return (sandbox.state.twilio.lastInbound[optOutKey(from, to)] ?? 0) < Date.now() - conversationWindowMs;
}

/** Accepts a message as Twilio does, or throws its error; delivery goes on in the background. */
export function sendMessage(sandbox: Sandbox, form: URLSearchParams): SandboxMessage {
  const { from, to } = assertAddresses(sandbox, form.get("From"), form.get("To"));
  assertContent(form);
  if (sandbox.state.twilio.optOuts.includes(optOutKey(from, to))) throw new TwilioError(400, 21610, "Attempt to send to unsubscribed recipient");
  const contentSid = form.get("ContentSid");
  const contentVariables = form.get("ContentVariables");
  const callback = form.get("StatusCallback") ?? undefined;
  const media = form.getAll("MediaUrl");
  const reference = referenceIn(callback);
  const now = new Date().toISOString();
  const message: SandboxMessage = {
    id: `${media.length > 0 ? "MM" : "SM"}${randomHex(32)}`,
    vendor: "twilio", direction: "outbound",
    channel: isWhatsApp(to) ? "whatsapp" : "sms",
    to, from, text: form.get("Body") ?? "",
    ...(contentSid ? { contentSid } : {}),
    ...(contentVariables ? { contentVariables } : {}),
    ...(media.length > 0 ? { mediaUrls: media } : {}),
    ...(callback ? { statusCallback: callback } : {}),
    ...(reference ? { clientReference: reference } : {}),
    state: "queued", events: [{ event: "queued", at: now }], createdAt: now, updatedAt: now,
  };
  sandbox.state.messages.push(message);
  sandbox.changed();
  const isOutside = outsideConversation(sandbox, from, to, contentSid);
  if (media.length === 0) scheduleProgress(sandbox, message, isOutside ? "outside-window" : undefined);
  else sandbox.work.run(async () => scheduleProgress(sandbox, message, isOutside ? "outside-window" : (await fetchMedia(sandbox, message)) ? undefined : "no-media"));
  return message;
}
