import type { Sandbox } from "../../sandbox-context";
import type { PushChannel } from "../../store/sandbox-state";

const attempts = 7;
const retriedStatuses = [500, 502, 503, 504];

/** Message numbers grow but are not consecutive, so that nobody counts on it. */
const nextNumber = (channel: PushChannel) => channel.messageNumber + 1 + Math.floor(Math.random() * 40);

const isLive = (channel: PushChannel) => channel.expiresAt > Date.now();

export function sendNotification(sandbox: Sandbox, channel: PushChannel, state: "sync" | "exists") {
  channel.messageNumber = state === "sync" ? 1 : nextNumber(channel);
  sandbox.changed();
  const headers: Record<string, string> = {
    "user-agent": "APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)",
    "content-type": "application/json; charset=utf-8",
    "x-goog-channel-id": channel.id,
    "x-goog-channel-expiration": new Date(channel.expiresAt).toUTCString(),
    "x-goog-message-number": String(channel.messageNumber),
    "x-goog-resource-id": channel.resourceId,
    "x-goog-resource-state": state,
    "x-goog-resource-uri": channel.resourceUri,
    ...(channel.token ? { "x-goog-channel-token": channel.token } : {}),
  };
  sandbox.webhooks.send({
    vendor: "google",
    attempts,
    retryOn: (status) => retriedStatuses.includes(status),
    request: () => ({ url: channel.address, headers, body: "" }),
  });
}

export function notifyWatchers(sandbox: Sandbox, calendarId: string) {
  const { google } = sandbox.state;
  google.channels = google.channels.filter(isLive);
  for (const channel of google.channels) if (channel.calendarId === calendarId) sendNotification(sandbox, channel, "exists");
}

export const liveChannels = (sandbox: Sandbox) => sandbox.state.google.channels.filter(isLive);
