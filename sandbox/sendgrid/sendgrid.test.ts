import { Client } from "@sendgrid/client";
import { EventWebhook } from "@sendgrid/eventwebhook";
import { MailService } from "@sendgrid/mail";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultOptions } from "@sandbox/sandbox-options";
import { eventually } from "@sandbox/testing/eventually";
import { startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { startWebhookReceiver } from "@sandbox/testing/webhook-receiver";

interface MailEvent {
  event: string;
  email: string;
  sg_event_id: string;
  sg_message_id: string;
  message_id?: string;
}

describe("SendGrid", () => {
  let sandbox: TestSandbox;
  let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
  const client = new Client();
  const mail = new MailService();
  beforeAll(async () => {
    receiver = await startWebhookReceiver([500]);
    sandbox = await startTestSandbox({ sendgridEventsUrl: `${receiver.origin}/events` });
    mail.setClient(client);
    mail.setApiKey(defaultOptions.sendgridApiKey);
    client.setDefaultRequest("baseUrl", `${sandbox.origin}/sendgrid/`);
  });
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const message = (to: string) => ({
    to, from: { email: "clinic@example.com", name: "Clinic" }, subject: "Tuesday, 10:30", text: "See you", html: "<p>See you</p>",
    customArgs: { message_id: `m-${to}` },
    attachments: [{ filename: "invite.ics", type: "text/calendar", content: Buffer.from("BEGIN:VCALENDAR").toString("base64") }],
  });

  /** Events for one recipient that SendGrid's own library verifies. */
  async function verifiedEvents(to: string): Promise<MailEvent[]> {
    const verifier = new EventWebhook();
    const key = verifier.convertPublicKeyToECDSA((await sandbox.call("GET", "/_sandbox/config")).body.sendgrid.publicKey);
    return receiver.received.filter(({ headers, body }) => verifier.verifySignature(key, body,
      String(headers["x-twilio-email-event-webhook-signature"]), String(headers["x-twilio-email-event-webhook-timestamp"])))
      .flatMap(({ body }): MailEvent[] => JSON.parse(body)).filter(({ email }) => email === to);
  }

  it("takes a mail, tells its delivery by signed events, retried under a new event id, and finds it again", async () => {
    const [answer] = await mail.send(message("sam@example.com"));
    expect(answer.statusCode).toBe(202);
    const messageId = String(answer.headers["x-message-id"]);
    const events = await eventually("delivered, after one retry", async () => {
      const found = await verifiedEvents("sam@example.com");
      return found.length === 3 && found;
    });
    expect(events.map(({ event }) => event).sort()).toEqual(["delivered", "processed", "processed"]);
    expect(new Set(events.map((event) => event.sg_event_id)).size).toBe(3);
    expect(events.every((event) => event.sg_message_id.startsWith(messageId) && event.message_id === "m-sam@example.com")).toBe(true);
    const { body } = await sandbox.call("GET", "/_sandbox/messages?to=sam@example.com&channel=email");
    expect(body.messages).toMatchObject([{
      vendor: "sendgrid", subject: "Tuesday, 10:30", text: "See you", html: "<p>See you</p>", state: "delivered", clientReference: "m-sam@example.com",
      attachments: [{ filename: "invite.ics", type: "text/calendar", content: "BEGIN:VCALENDAR" }], customArgs: { message_id: "m-sam@example.com" },
    }]);
    for (const query of ["unique_args['message_id']=\"m-sam@example.com\"", `msg_id LIKE "${messageId}%" AND status="delivered"`]) {
      const [found] = await client.request({ method: "GET", url: "/v3/messages", qs: { query } });
      expect(found.body).toMatchObject({ messages: [{ to_email: "sam@example.com" }] });
    }
  });

  it("bounces bounce@ and drops what bounced before", async () => {
    const names = async () => (await verifiedEvents("bounce@example.com")).map(({ event }) => event);
    await mail.send(message("bounce@example.com"));
    await eventually("the bounce", async () => (await names()).includes("bounce"));
    await mail.send(message("bounce@example.com"));
    await eventually("the drop", async () => (await names()).includes("dropped"));
  });

  it("refuses bad mails and keys in SendGrid's envelope", async () => {
    const post = (body: object, key = defaultOptions.sendgridApiKey) => fetch(`${sandbox.origin}/sendgrid/v3/mail/send`, {
      method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body: JSON.stringify(body),
    });
    const good = { personalizations: [{ to: [{ email: "a@example.com" }] }], from: { email: "c@example.com" }, subject: "s", content: [{ type: "text/plain", value: "v" }] };
    for (const field of ["personalizations", "from", "subject", "content"]) {
      const answer = await post({ ...good, [field]: undefined });
      expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ field, help: expect.stringContaining("http") }] }]);
    }
    const attached = (type: string) => ({ ...good, attachments: [{ filename: "invite.ics", type, content: "QQ==" }] });
    for (const type of ["text/calendar; charset=utf-8; method=REQUEST", "text/calendar; method=REQUEST; charset=utf-8", "text/vcard; charset=utf-8", "text/plain\r\nx: y"]) {
      const answer = await post(attached(type));
      expect([answer.status, await answer.json()], type).toMatchObject([400, { errors: [{ field: "attachments.0.type", message: "The attachment type cannot contain ';', or CRLF characters." }] }]);
    }
    for (const type of ["text/calendar", "text/calendar; method=CANCEL", "text/vcard"]) expect((await post(attached(type))).status, type).toBe(202);
    expect((await post(good, "SG.wrong")).status).toBe(401);
    expect((await post(good)).status).toBe(202);
  });
});
