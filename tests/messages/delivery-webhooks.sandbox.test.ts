import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultOptions } from "@sandbox/sandbox-options";
import { eventually } from "@sandbox/testing/eventually";
import { startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { sendMessage } from "@/application/messages/send-message";
import type { AppContext } from "@/application/shared/context";
import type { Ports } from "@/application/shared/ports";
import { createSendgridEmail } from "@/integrations/sendgrid/sendgrid-email";
import { createTwilioText } from "@/integrations/twilio/twilio-text";
import { handleSendgridWebhook } from "@/server/webhooks/sendgrid-webhook";
import { handleTwilioWebhook } from "@/server/webhooks/twilio-webhook";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { buildMessageScene } from "./message-scene";

const { twilioAuthToken: authToken, twilioAccountSid: accountSid, sendgridApiKey: apiKey } = defaultOptions;

let database: TestDatabase;
let sandbox: TestSandbox;
let server: Server;
let origin: string;
let app: AppContext;
let publicKey: string;
let ports: Partial<Ports>;
/** Every post the vendors made, to be repeated and altered. */
const received: { path: string; headers: Record<string, string>; body: string }[] = [];

const bodyOf = async (incoming: IncomingMessage) => Buffer.concat(await incoming.toArray()).toString("utf8");

/** Hands a post to the route's handler as Next.js would. */
function deliver(path: string, headers: Record<string, string>, body: string): Promise<Response> {
  const request = new Request(`${origin}${path}`, { method: "POST", headers, body });
  return path.startsWith("/api/webhooks/twilio") ? handleTwilioWebhook(app, request, authToken) : handleSendgridWebhook(app, request, publicKey);
}

beforeAll(async () => {
  database = await createTestDatabase();
  server = createServer((incoming, answer) => {
    void (async () => {
      const body = await bodyOf(incoming);
      const headers = Object.fromEntries(Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values?.join(", ") ?? ""]));
      const path = incoming.url ?? "";
      const response = await deliver(path, headers, body);
      received.push({ path, headers, body });
      answer.writeHead(response.status).end();
    })();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the receiver has no port");
  origin = `http://localhost:${address.port}`;
  app = testContext(database, { actor: { kind: "guest", id: "vendor" }, now: Date.now, publicOrigin: origin });
  sandbox = await startTestSandbox({ sendgridEventsUrl: `${origin}/api/webhooks/sendgrid`, twilioInboundUrl: `${origin}/api/webhooks/twilio` });
  publicKey = (await sandbox.call("GET", "/_sandbox/config")).body.sendgrid.publicKey;
  const text = createTwilioText({ accountSid, authToken, from: "+15005550006", baseUrl: `${sandbox.origin}/twilio`, statusCallbackUrl: `${origin}/api/webhooks/twilio` });
  ports = { sms: text, whatsapp: text, email: createSendgridEmail({ apiKey, baseUrl: `${sandbox.origin}/sendgrid`, fromEmail: "visits@clinic.example", fromName: "MedBookings" }) };
});
afterAll(async () => {
  await sandbox.close();
  await new Promise((closed) => server.close(closed));
  await database.destroy();
});

const scene = (options: { phone?: string } = {}) => buildMessageScene(database, { ports, now: Date.now, ...options, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000) } });
const stateOf = (id: string) => database.db.message.findUniqueOrThrow({ where: { id } });
const reaches = (id: string, state: string) => eventually(`${state}`, async () => (await stateOf(id)).state === state && stateOf(id));

test("an SMS is followed to its delivery, and the report keeps no number", async () => {
  const { planOne, app: sender, patient } = await scene();
  const { id } = await planOne("SMS");
  await sendMessage(sender, { messageId: id });
  const message = await reaches(id, "DELIVERED");
  expect(message).toMatchObject({ vendorId: expect.stringMatching(/^SM/), deliveredAt: expect.any(Date) });
  const events = await database.db.webhookEvent.findMany({ where: { vendor: "twilio", vendorId: { startsWith: message.vendorId ?? "" } } });
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
  await database.db.message.update({ where: { id: bounced.id }, data: { address: "bounce@example.test" } });
  for (const { id } of [whatsapp, email, bounced]) await sendMessage(sender, { messageId: id });
  await Promise.all([reaches(whatsapp.id, "DELIVERED"), reaches(email.id, "DELIVERED")]);
  expect(await reaches(bounced.id, "FAILED")).toMatchObject({ failure: "The mail server refused the message." });
  const { vendorId } = await stateOf(whatsapp.id);
  await sandbox.call("POST", `/_sandbox/messages/${vendorId}/open`);
  await reaches(whatsapp.id, "READ");
});

test("a delivery report settles a send whose answer was lost", async () => {
  const { planOne, app: sender } = await scene();
  const { id } = await planOne("SMS");
  await sandbox.call("POST", "/_sandbox/faults", { vendor: "twilio", drop: true, after: true, method: "POST", times: 1 });
  await expect(sendMessage(sender, { messageId: id })).rejects.toMatchObject({ kind: "transient" });
  expect(await reaches(id, "DELIVERED")).toMatchObject({ vendorId: expect.stringMatching(/^SM/) });
  await sendMessage(sender, { messageId: id });
  expect(await stateOf(id)).toMatchObject({ state: "DELIVERED", attempts: 1 });
});

test("reports repeated at once and in reverse order change nothing", async () => {
  const before = await database.db.webhookEvent.count();
  const states = await database.db.message.findMany({ select: { id: true, state: true }, orderBy: { id: "asc" } });
  const again = [...received].reverse();
  await Promise.all(again.flatMap(({ path, headers, body }) => Array.from({ length: 5 }, () => deliver(path, headers, body))));
  expect(await database.db.webhookEvent.count()).toBe(before);
  expect(await database.db.message.findMany({ select: { id: true, state: true }, orderBy: { id: "asc" } })).toEqual(states);
});

const SIGNATURES = ["x-twilio-signature", "x-twilio-email-event-webhook-signature", "x-twilio-email-event-webhook-timestamp"];

test("missing, foreign, truncated and moved signatures and altered bytes are refused and stored nowhere", async () => {
  const before = await database.db.webhookEvent.count();
  const one = (vendor: string) => {
    const found = received.find(({ path }) => path.includes(vendor));
    if (found === undefined) throw new Error(`nothing received from ${vendor}`);
    return found;
  };
  for (const { path, headers, body } of [one("twilio"), one("sendgrid")]) {
    const without = Object.fromEntries(Object.entries(headers).filter(([name]) => !SIGNATURES.includes(name)));
    const changed = (change: (value: string) => string) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, name.endsWith("-signature") ? change(value) : value]));
    const refused = [
      deliver(path, without, body),
      deliver(path, changed((value) => value.slice(0, -6)), body),
      deliver(path, changed(() => ""), body),
      deliver(path, changed(() => "AAAA"), body),
      deliver(path, changed((value) => [...value].reverse().join("")), body),
      deliver(path, headers, body.replace(/sent|delivered|processed/, "failed")),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  }
  const { headers, body } = one("twilio");
  expect((await deliver("/api/webhooks/twilio?ref=another", headers, body)).status).toBe(403);
  expect(await database.db.webhookEvent.count()).toBe(before);
});

test("a body over a megabyte is refused before it is read to the end", async () => {
  for (const vendor of ["twilio", "sendgrid"]) expect((await deliver(`/api/webhooks/${vendor}`, {}, "x".repeat(1_000_001))).status).toBe(413);
});

test("without credentials nothing is believed", async () => {
  const request = () => new Request(`${origin}/api/webhooks/twilio`, { method: "POST", body: "MessageSid=SM1&MessageStatus=sent" });
  expect((await handleTwilioWebhook(app, request(), undefined)).status).toBe(403);
  expect((await handleSendgridWebhook(app, request(), undefined)).status).toBe(403);
});

test("a message from a person is answered with nothing", async () => {
  const count = received.length;
  await sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: "+15551234567", to: "+15005550006", body: "Hello" });
  const [inbound] = await eventually("the inbound post", () => received.length > count && received.slice(count));
  const answer = await deliver(inbound?.path ?? "", inbound?.headers ?? {}, inbound?.body ?? "");
  expect([answer.status, await answer.text()]).toEqual([200, "<Response/>"]);
});
