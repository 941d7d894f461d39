import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { sendMessage } from "@/application/messages/send-message";
import { handleSendgridWebhook } from "@/server/webhooks/sendgrid-webhook";
import { handleTwilioWebhook } from "@/server/webhooks/twilio-webhook";
import { buildMessageScene } from "./message-scene";
import { startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

let vendors: VendorWebhooks;
beforeAll(async () => {
  vendors = await startVendorWebhooks();
});
afterAll(() => vendors.close());

const deliver = (path: string, headers: Record<string, string>, body: string) => vendors.deliver({ path, headers, body });
const scene = (options: { phone?: string } = {}) => buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, ...options, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000) } });
const stateOf = (id: string) => vendors.database.db.message.findUniqueOrThrow({ where: { id } });
const reaches = (id: string, state: string) => eventually(`${state}`, async () => (await stateOf(id)).state === state && stateOf(id));

test("an SMS is followed to its delivery, and the report keeps no number", async () => {
  const { planOne, app: sender, patient } = await scene();
  const { id } = await planOne("SMS");
  await sendMessage(sender, { messageId: id });
  const message = await reaches(id, "DELIVERED");
  expect(message).toMatchObject({ vendorId: expect.stringMatching(/^SM/), deliveredAt: expect.any(Date) });
  const events = await vendors.database.db.webhookEvent.findMany({ where: { vendor: "twilio", vendorId: { startsWith: message.vendorId ?? "" } } });
  expect(events.map(({ vendorId }) => vendorId.split(":")[1]).sort()).toEqual(["delivered", "sent"]);
  expect(JSON.stringify(events)).not.toContain(patient.phone);
});

test("an unreachable phone fails in plain words", async () => {
  const { planOne, app: sender } = await scene({ phone: "+15005550009" });
  const { id } = await planOne("SMS");
  await sendMessage(sender, { messageId: id });
  expect(await reaches(id, "FAILED")).toMatchObject({ failure: "The phone is switched off or out of reach." });
});

test("a WhatsApp message is read, an e-mail delivered and a bounced one refused", async () => {
  const { planOne, app: sender } = await scene();
  const [whatsapp, email, bounced] = [await planOne("WHATSAPP"), await planOne("EMAIL"), await planOne("EMAIL")];
  await vendors.database.db.message.update({ where: { id: bounced.id }, data: { address: "bounce@example.test" } });
  for (const { id } of [whatsapp, email, bounced]) await sendMessage(sender, { messageId: id });
  await Promise.all([reaches(whatsapp.id, "DELIVERED"), reaches(email.id, "DELIVERED")]);
  expect(await reaches(bounced.id, "FAILED")).toMatchObject({ failure: "The mail server refused the message." });
  const { vendorId } = await stateOf(whatsapp.id);
  await vendors.sandbox.call("POST", `/_sandbox/messages/${vendorId}/open`);
  await reaches(whatsapp.id, "READ");
});

test("a delivery report settles a send whose answer was lost", async () => {
  const { planOne, app: sender } = await scene();
  const { id } = await planOne("SMS");
  await vendors.sandbox.call("POST", "/_sandbox/faults", { vendor: "twilio", drop: true, after: true, method: "POST", times: 1 });
  await expect(sendMessage(sender, { messageId: id })).rejects.toMatchObject({ kind: "transient" });
  expect(await reaches(id, "DELIVERED")).toMatchObject({ vendorId: expect.stringMatching(/^SM/) });
  await sendMessage(sender, { messageId: id });
  expect(await stateOf(id)).toMatchObject({ state: "DELIVERED", attempts: 1 });
});

test("without credentials nothing is believed", async () => {
  const request = () => new Request(`${vendors.origin}/api/webhooks/twilio`, { method: "POST", body: "MessageSid=SM1&MessageStatus=sent" });
  expect((await handleTwilioWebhook(vendors.app, request(), undefined)).status).toBe(403);
  expect((await handleSendgridWebhook(vendors.app, request(), undefined)).status).toBe(403);
});

test("a message from a person is answered with nothing", async () => {
  const count = vendors.received.length;
  await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: "+15551234567", to: "+15005550006", body: "Hello" });
  const [inbound] = await eventually("the inbound post", () => vendors.received.length > count && vendors.received.slice(count));
  const answer = await deliver(inbound?.path ?? "", inbound?.headers ?? {}, inbound?.body ?? "");
  expect([answer.status, await answer.text()]).toEqual([200, "<Response/>"]);
});
