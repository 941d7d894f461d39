import { z } from "zod";
import type { Sandbox } from "../../sandbox-context";
import { randomToken } from "../../store/random-id";
import type { PushChannel } from "../../store/sandbox-state";
import { GoogleError, invalidValue } from "../google-error";
import { liveChannels, sendNotification } from "./push";
import type { StoredCalendar } from "./stored-calendar";

const defaultTtlSeconds = 7 * 24 * 3600;
const longestTtlSeconds = 30 * 24 * 3600;
const loopback = ["localhost", "127.0.0.1", "[::1]"];

const WatchRequest = z.object({
  id: z.string().regex(/^[A-Za-z0-9\-_+/=]{1,64}$/),
  type: z.string(),
  address: z.string(),
  token: z.string().max(256).optional(),
  expiration: z.union([z.string(), z.number()]).optional(),
  params: z.object({ ttl: z.union([z.string(), z.number()]).optional() }).optional(),
});
type WatchRequest = z.infer<typeof WatchRequest>;

/** Google wants https; plain http is let through to this machine only. */
function assertAddress(address: string) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) throw invalidValue("Invalid value for: address must be an http or https URL");
  if (url.protocol === "http:" && !loopback.includes(url.hostname)) {
    throw new GoogleError(400, "push.webhookUrlNotHttps", `WebHook callback must be HTTPS: ${address}`);
  }
}

function expiryOf({ params, expiration }: WatchRequest): number {
  const now = Date.now();
  const latest = now + longestTtlSeconds * 1000;
  const asked = params?.ttl !== undefined ? now + Number(params.ttl) * 1000 : expiration !== undefined ? Number(expiration) : now + defaultTtlSeconds * 1000;
  if (!Number.isFinite(asked) || asked <= now) throw invalidValue("Invalid value for: expiration must be in the future");
  return Math.min(asked, latest);
}

/** Opens a channel and sends its `sync` message. */
export function watchEvents(sandbox: Sandbox, calendar: StoredCalendar, account: string, body: unknown) {
  const parsed = WatchRequest.safeParse(body);
  if (!parsed.success) throw invalidValue(`Invalid value for: channel ${parsed.error.issues[0]?.path.join(".") ?? ""}`);
  const request = parsed.data;
  if (request.type !== "web_hook" && request.type !== "webhook") throw new GoogleError(400, "push.unknownDeliveryType", `Unknown channel type: ${request.type}`);
  assertAddress(request.address);
  if (liveChannels(sandbox).some((channel) => channel.id === request.id)) {
    throw new GoogleError(400, "channelIdNotUnique", `Channel id ${request.id} not unique`);
  }
  const { google } = sandbox.state;
  const sameResource = google.channels.find((channel) => channel.calendarId === calendar.id && channel.account === account);
  const channel: PushChannel = {
    id: request.id,
    ...(request.token !== undefined ? { token: request.token } : {}),
    // One resource keeps one id, however many channels watch it.
    resourceId: sameResource?.resourceId ?? randomToken(27),
    resourceUri: `${sandbox.origin}/calendar/v3/calendars/${encodeURIComponent(calendar.id)}/events?alt=json`,
    address: request.address,
    account,
    calendarId: calendar.id,
    expiresAt: expiryOf(request),
    messageNumber: 0,
  };
  google.channels = [...liveChannels(sandbox), channel];
  sendNotification(sandbox, channel, "sync");
  return {
    kind: "api#channel", id: channel.id, resourceId: channel.resourceId, resourceUri: channel.resourceUri,
    ...(channel.token !== undefined ? { token: channel.token } : {}),
    expiration: String(channel.expiresAt),
  };
}

/** `channels.stop`; 404 for a channel this account does not have. */
export function stopChannel(sandbox: Sandbox, account: string, body: unknown) {
  const parsed = z.object({ id: z.string(), resourceId: z.string() }).safeParse(body);
  if (!parsed.success) throw new GoogleError(400, "required", `Required: ${parsed.error.issues[0]?.path.join(".") ?? "body"}`);
  const { id, resourceId } = parsed.data;
  const { google } = sandbox.state;
  const channel = liveChannels(sandbox).find((candidate) => candidate.id === id && candidate.resourceId === resourceId && candidate.account === account);
  if (!channel) throw new GoogleError(404, "notFound", `Channel '${id}' not found for project 'sandbox'`);
  google.channels = google.channels.filter((candidate) => candidate !== channel);
  sandbox.changed();
}
