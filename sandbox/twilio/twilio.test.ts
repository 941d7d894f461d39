import twilio from "twilio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultOptions } from "@sandbox/sandbox-options";
import { eventually } from "@sandbox/testing/eventually";
import { startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { startWebhookReceiver } from "@sandbox/testing/webhook-receiver";

const from = "+15005550006";
const to = "+15558675310";

describe("Twilio", () => {
  let sandbox: TestSandbox;
  let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    sandbox = await startTestSandbox({ twilioInboundUrl: `${receiver.origin}/inbound?v=1`, whatsappPlainText: false });
  });
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const verified = (path: string, sid: string) => receiver.received.filter(({ url, headers, body }) => {
    const params = Object.fromEntries(new URLSearchParams(body));
    return url === path && params.MessageSid === sid &&
      twilio.validateRequest(defaultOptions.twilioAuthToken, String(headers["x-twilio-signature"]), receiver.origin + url, params);
  }).map(({ body }) => new URLSearchParams(body));
  const statuses = (path: string, sid: string) => verified(path, sid).map((params) => params.get("MessageStatus"));

  it("queues, sends and delivers, with callbacks that validateRequest accepts, and looks messages up", async () => {
    const client = sandbox.twilioClient();
    const message = await client.messages.create({ from, to, body: "See you at 10:30", statusCallback: `${receiver.origin}/status?ref=m-1` });
    expect(message).toMatchObject({ status: "queued", direction: "outbound-api", numSegments: "1", errorCode: null });
    expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/);
    await eventually("delivered", () => statuses("/status?ref=m-1", message.sid).length === 2);
    expect(statuses("/status?ref=m-1", message.sid)).toEqual(["sent", "delivered"]);
    expect((await client.messages(message.sid).fetch()).status).toBe("delivered");
    expect((await client.messages.list({ to, limit: 5 })).map(({ sid }) => sid)).toEqual([message.sid]);
    expect(await client.messages.list({ to: "+15550000000" })).toEqual([]);
    const { body } = await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(to)}&channel=sms`);
    expect(body.messages).toMatchObject([{ id: message.sid, vendor: "twilio", channel: "sms", to, from, text: "See you at 10:30", state: "delivered", clientReference: "m-1" }]);
  });

  it.each([
    ["a bad number", { to: "+15005550001", body: "x" }, 21211, 400],
    ["a short number", { to: "123", body: "x" }, 21211, 400],
    ["no body", { to }, 21602, 400],
    ["a foreign sender", { to, body: "x", from: "+15559999999" }, 21606, 400],
    ["mixed channels", { to: `whatsapp:${to}`, body: "x" }, 21910, 400],
    ["a bad template", { to: `whatsapp:${to}`, from: `whatsapp:${from}`, contentSid: "HX1" }, 21655, 400],
  ])("refuses %s", async (_, message, code, status) => {
    await expect(sandbox.twilioClient().messages.create({ from, ...message })).rejects.toMatchObject({ code, status });
  });

  it("refuses a wrong token with 20003 and answers 20429 when told to", async () => {
    await expect(sandbox.twilioClient("wrong").messages.create({ from, to, body: "x" })).rejects.toMatchObject({ code: 20003, status: 401 });
    await sandbox.call("POST", "/_sandbox/faults", { vendor: "twilio", status: 429, times: 1 });
    await expect(sandbox.twilioClient().messages.create({ from, to, body: "x" })).rejects.toMatchObject({ code: 20429, status: 429 });
  });

  it("reports an unreachable handset as undelivered 30003", async () => {
    const { sid } = await sandbox.twilioClient().messages.create({ from, to: "+15005550009", body: "x", statusCallback: `${receiver.origin}/status` });
    await eventually("undelivered", () => statuses("/status", sid).includes("undelivered"));
    expect(verified("/status", sid).at(-1)?.get("ErrorCode")).toBe("30003");
  });

  it("gives a callback up after one refusal, unless its address asks for more", async () => {
    const refusing = await startWebhookReceiver([500, 500, 500, 500]);
    const statusesAt = (sid: string) => refusing.received.filter(({ body }) => new URLSearchParams(body).get("MessageSid") === sid).map(({ url }) => url);
    const client = sandbox.twilioClient();
    const { sid: once } = await client.messages.create({ from, to, body: "x", statusCallback: `${refusing.origin}/once` });
    await eventually("both steps", () => statusesAt(once).length === 2);
    const { sid: again } = await client.messages.create({ from, to, body: "x", statusCallback: `${refusing.origin}/again#rc=5&rp=5xx,ct,rt` });
    await eventually("both steps, each tried again", () => statusesAt(again).length === 4);
    expect(statusesAt(again)).toEqual(Array(4).fill("/again"));
    expect(statusesAt(once)).toHaveLength(2);
    await refusing.close();
  });

  it("posts signed replies and honours STOP and START", async () => {
    const client = sandbox.twilioClient();
    const person = "+15557770001";
    const reply = async (body: string) => (await sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: person, to: from, body })).body.id;
    const stop = await reply("Stop");
    const [params] = await eventually("the reply", () => {
      const found = verified("/inbound?v=1", stop);
      return found.length > 0 && found;
    });
    expect(Object.fromEntries(params ?? [])).toMatchObject({ From: person, To: from, Body: "Stop", OptOutType: "STOP" });
    await expect(client.messages.create({ from, to: person, body: "x" })).rejects.toMatchObject({ code: 21610 });
    await reply("START");
    expect((await client.messages.create({ from, to: person, body: "x" })).status).toBe("queued");
  });

  it("lets free text through WhatsApp only within a day of the person's message; templates always", async () => {
    const client = sandbox.twilioClient();
    const address = { from: `whatsapp:${from}`, to: "whatsapp:+15557770002" };
    const state = async (sid: string) => {
      const message = await client.messages(sid).fetch();
      return ["delivered", "failed"].includes(message.status) ? message : undefined;
    };
    const early = await client.messages.create({ ...address, body: "hello" });
    expect(await eventually("the failure", () => state(early.sid))).toMatchObject({ status: "failed", errorCode: 63016 });
    const template = await client.messages.create({ ...address, contentSid: `HX${"a".repeat(32)}`, contentVariables: JSON.stringify({ 1: "Tuesday" }) });
    expect(await eventually("the template", () => state(template.sid))).toMatchObject({ status: "delivered" });
    await sandbox.call("POST", "/_sandbox/inbound", { channel: "whatsapp", from: "+15557770002", to: from, body: "hi" });
    const late = await client.messages.create({ ...address, body: "hello" });
    expect(await eventually("the answer", () => state(late.sid))).toMatchObject({ status: "delivered" });
  });
});
