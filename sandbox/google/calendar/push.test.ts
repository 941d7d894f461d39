import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { amara, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { startWebhookReceiver } from "@sandbox/testing/webhook-receiver";

const calendarId = "primary";
const requestBody = { start: { date: "2026-12-01" }, end: { date: "2026-12-02" } };

describe("push notifications", () => {
  let sandbox: TestSandbox;
  let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
  beforeEach(async () => {
    sandbox = await startTestSandbox();
    receiver = await startWebhookReceiver();
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const states = () => receiver.received.map(({ headers }) => headers["x-goog-resource-state"]);
  const watch = async (id: string, more: object = {}) => {
    const api = await sandbox.calendarFor(amara);
    const { data } = await api.events.watch({ calendarId, requestBody: { id, type: "web_hook", address: `${receiver.origin}/push`, token: "secret", ...more } });
    return { api, channel: data };
  };

  it("sends sync at once and exists after every change, our own, a person's and the Meet link's", async () => {
    const { api, channel } = await watch("channel-1");
    await eventually("sync", () => states()[0] === "sync");
    expect(receiver.received[0]).toMatchObject({ url: "/push", body: "", headers: {
      "x-goog-channel-id": "channel-1", "x-goog-channel-token": "secret", "x-goog-resource-id": channel.resourceId, "x-goog-resource-uri": channel.resourceUri,
      "x-goog-message-number": "1", "x-goog-channel-expiration": new Date(Number(channel.expiration)).toUTCString(),
    } });
    await api.events.insert({ calendarId, conferenceDataVersion: 1, requestBody: { ...requestBody, conferenceData: { createRequest: { requestId: "r1" } } } });
    await eventually("one for the event and one for its link", () => states().length === 3);
    await sandbox.call("POST", "/_sandbox/calendar/events", { account: amara, event: requestBody });
    await eventually("a person's change", () => states().length === 4);
    expect(states().slice(1)).toEqual(["exists", "exists", "exists"]);
    const numbers = receiver.received.map(({ headers }) => Number(headers["x-goog-message-number"])).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(4);
  });

  it("tries again on 503 and on a refused connection, and stops when told", async () => {
    await receiver.close();
    receiver = await startWebhookReceiver([503, 500]);
    const { api, channel } = await watch("channel-2");
    await eventually("the third attempt", () => receiver.received.length === 3);
    expect(states()).toEqual(["sync", "sync", "sync"]);
    expect((await sandbox.call("GET", "/_sandbox/webhooks")).body.attempts).toMatchObject([{ status: 503 }, { status: 500 }, { status: 200 }]);
    await api.channels.stop({ requestBody: { id: "channel-2", resourceId: channel.resourceId ?? "" } });
    await expect(api.channels.stop({ requestBody: { id: "channel-2", resourceId: channel.resourceId ?? "" } })).rejects.toMatchObject({ response: { status: 404 } });
    await watch("channel-3");
    await api.events.insert({ calendarId, requestBody });
    await eventually("the other channel's messages", () => receiver.received.length === 5);
    expect(receiver.received.slice(3).every(({ headers }) => headers["x-goog-channel-id"] === "channel-3")).toBe(true);
  });

  it("refuses a used channel id, another delivery type and plain http elsewhere", async () => {
    await watch("channel-4");
    const refusal = (reason: string) => ({ response: { status: 400, data: { error: { errors: [{ reason }] } } } });
    await expect(watch("channel-4")).rejects.toMatchObject(refusal("channelIdNotUnique"));
    await expect(watch("channel-5", { type: "email" })).rejects.toMatchObject(refusal("push.unknownDeliveryType"));
    await expect(watch("channel-5", { address: "http://example.com/push" })).rejects.toMatchObject(refusal("push.webhookUrlNotHttps"));
    const { channel } = await watch("channel-6", { params: { ttl: "60" } });
    expect(Number(channel.expiration)).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it("drops, repeats and reverses messages when told to", async () => {
    const { api } = await watch("channel-7");
    await eventually("sync", () => receiver.received.length === 1);
    const mode = (name: string) => sandbox.call("POST", "/_sandbox/webhooks", { vendor: "google", mode: name });
    await mode("drop");
    await api.events.insert({ calendarId, requestBody });
    await mode("duplicate");
    await api.events.insert({ calendarId, requestBody });
    await eventually("the duplicate", () => receiver.received.length === 3);
    const [first, second] = receiver.received.slice(1).map(({ headers }) => headers["x-goog-message-number"]);
    expect(first).toBe(second);
  });
});
