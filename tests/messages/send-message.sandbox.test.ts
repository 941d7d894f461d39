import { beforeAll, beforeEach, expect, test } from "vitest";
import { defaultOptions } from "@sandbox/sandbox-options";
import { recordDelivery } from "@/application/messages/record-delivery";
import { sendMessage } from "@/application/messages/send-message";
import { IntegrationError } from "@/application/shared/errors";
import type { Ports } from "@/application/shared/ports";
import { createSendgridEmail } from "@/integrations/sendgrid/sendgrid-email";
import { createTwilioText } from "@/integrations/twilio/twilio-text";
import { openVendors, sandboxEmail } from "@tests/support/open-vendors";
import { buildMessageScene } from "./message-scene";

const { database, sandbox } = await openVendors();
let ports: Partial<Ports>;
/** The same ways out, with little patience. */
let hasty: Partial<Ports>;
/** Moves the application's clock ahead of the machine's, past waits that would otherwise have to be sat out. */
let ahead = 0;
const now = () => Date.now() + ahead;
const inTwoDays = () => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 2 * 86_400_000);

beforeAll(async () => {
  const twilio = { accountSid: defaultOptions.twilioAccountSid, authToken: defaultOptions.twilioAuthToken, from: "+15005550006", baseUrl: `${sandbox.origin}/twilio`, statusCallbackUrl: "http://localhost:9/api/webhooks/twilio" };
  const portsWith = (patience: { timeoutMs?: number }) => ({ email: sandboxEmail(sandbox.origin, patience.timeoutMs), sms: createTwilioText({ ...twilio, ...patience }), whatsapp: createTwilioText({ ...twilio, ...patience }) });
  ports = portsWith({});
  hasty = portsWith({ timeoutMs: 150 });
});
beforeEach(async () => {
  ahead = 0;
  await sandbox.call("DELETE", "/_sandbox/faults");
  await sandbox.call("DELETE", "/_sandbox/requests");
});

const scene = (options: Partial<Parameters<typeof buildMessageScene>[1]> = {}) => buildMessageScene(database, { ports, now, ...options, visit: { startsAt: inTwoDays(), ...options.visit } });
const fault = (body: object) => sandbox.call("POST", "/_sandbox/faults", body);

interface Delivered {
  to: string;
  channel: string;
  subject?: string;
  text: string;
  html?: string;
  clientReference?: string;
  attachments?: { filename: string; type: string; content: string }[];
}
async function inbox(to: string): Promise<Delivered[]> {
  const { body } = await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(to)}`);
  return body.messages;
}

test("a confirmed booking reaches the patient by e-mail and SMS and the provider by e-mail, once", async () => {
  const { announce, sendAll, messages, patient, manageUrl, visit } = await scene();
  await announce("confirmed");
  await announce("confirmed");
  await sendAll();
  const rows = await messages();
  expect(rows.map(({ recipient, channel, state, template }) => `${recipient} ${channel} ${template} ${state}`)).toEqual([
    "PATIENT EMAIL booking-confirmed SENT",
    "PATIENT SMS booking-confirmed SENT",
    "PROVIDER EMAIL provider-booking-confirmed SENT",
  ]);
  const [mail, ...more] = await inbox(patient.email ?? "");
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/^Booked with Dr Test: \w+ \d+ \w+, \d\d:\d\d Berlin time$/);
  expect(mail?.html).toContain(manageUrl);
  expect(mail?.text).toContain(manageUrl);
  expect(mail?.attachments?.[0]).toMatchObject({ filename: "invite.ics", type: expect.stringContaining("text/calendar; method=REQUEST") });
  expect(mail?.attachments?.[0]?.content).toContain(`UID:${visit.seriesId}@medbookings`);
  const [sms] = await inbox(patient.phone ?? "");
  expect(sms?.text).toMatch(/ https:\/\/clinic\.example\/s\/[\w-]{22}$/);
});

test("a template kept at SendGrid is filled with the same facts, and keeps its invitation and its sender; other e-mails are ours", async () => {
  const { app, planOne, patient, visit, manageUrl } = await scene();
  const id = `d-${"0a".repeat(16)}`;
  const templated = { ...app, config: { ...app.config, emailTemplateIds: { "booking-confirmed": id } } };
  const message = await planOne("EMAIL");
  await sendMessage(templated, { messageId: message.id });
  const { body } = await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(patient.email ?? "")}`);
  expect(body.messages).toMatchObject([{
    templateId: id, subject: expect.stringMatching(/^Booked with Dr Test: /), customArgs: { message_id: message.id }, headers: { "Reply-To": expect.stringContaining("clinic-") },
    templateData: { language: "en", heading: "Your appointment is booked", when: { zone: "Berlin time" }, button: { url: manageUrl }, footer: { name: "Test Clinic" } },
    attachments: [{ filename: "invite.ics", content: expect.stringContaining(`UID:${visit.seriesId}@medbookings`) }],
  }]);
  expect(body.messages[0].html).toBeUndefined();
  const other = await planOne("EMAIL", "booking-rescheduled");
  await sendMessage(templated, { messageId: other.id });
  expect((await inbox(patient.email ?? "")).find(({ clientReference }) => clientReference === other.id)?.html).toContain(manageUrl);
});

test("a template that SendGrid does not know is a failure that is told, not a lost message", async () => {
  const { app, planOne, messages } = await scene();
  const message = await planOne("EMAIL");
  await sendMessage({ ...app, config: { ...app.config, emailTemplateIds: { "booking-confirmed": "no-guid" } } }, { messageId: message.id });
  expect(await messages()).toMatchObject([{ state: "FAILED", failure: expect.stringContaining("SendGrid") }]);
});

for (const [channel, vendor] of [["EMAIL", "sendgrid"], ["SMS", "twilio"], ["WHATSAPP", "twilio"]] as const) {
  const addressOf = (patient: { email: string | null; phone: string | null }) => (channel === "EMAIL" ? patient.email : patient.phone) ?? "";

  test(`${channel}: a refusal with 500 is tried again and sent once`, async () => {
    const { planOne, app, messages, patient } = await scene();
    const { id } = await planOne(channel);
    await fault({ vendor, status: 500, method: "POST", times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ kind: "transient" });
    ahead = 30_000;
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENT", failure: null, attempts: 2 }]);
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: a reply lost after the vendor acted is found, not sent again`, async () => {
    const { planOne, app, messages, patient } = await scene();
    const { id } = await planOne(channel);
    await fault({ vendor, drop: true, after: true, method: "POST", times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
    expect(await messages()).toMatchObject([{ state: "SENDING", vendorId: null }]);
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENT", vendorId: expect.stringMatching(/./) }]);
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: a request lost before the vendor acted is sent again once it could have been found`, async () => {
    const { planOne, app, messages, patient } = await scene();
    const { id } = await planOne(channel);
    await fault({ vendor, drop: true, method: "POST", times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toBeInstanceOf(IntegrationError);
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENDING" }]);
    expect(await inbox(addressOf(patient))).toHaveLength(0);
    ahead = 30_000;
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENT" }]);
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: a rate limit puts it back and says so`, async () => {
    const { planOne, app, messages, patient } = await scene();
    const { id } = await planOne(channel);
    await fault({ vendor, status: 429, method: "POST", times: 1, retryAfter: 7 });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ kind: "rate-limited" });
    expect(await messages()).toMatchObject([{ state: "QUEUED", failure: expect.stringMatching(/./) }]);
    await sendMessage(app, { messageId: id });
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: HTML in place of an answer is an unknown outcome`, async () => {
    const { planOne, app, messages, patient } = await scene();
    const { id } = await planOne(channel);
    await fault({ vendor, status: 200, body: "<html>proxy</html>", method: "POST", times: 1, after: true });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENT" }]);
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: a vendor that stalls is given up, looked up and not written to twice`, async () => {
    const { planOne, app, messages, patient } = await scene({ ports: { ...ports, ...hasty } });
    const { id } = await planOne(channel);
    await fault({ vendor, delayMs: 600, after: true, method: "POST", times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { kind: "transient", isAmbiguous: true } });
    await sendMessage({ ...app, ports: { ...app.ports, ...ports } }, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENT" }]);
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: a vendor that cannot be reached at all was certainly not written to`, async () => {
    const nowhere = { baseUrl: "http://127.0.0.1:9", fromEmail: "visits@clinic.example", fromName: "x", apiKey: "SG.x", accountSid: defaultOptions.twilioAccountSid, authToken: "x", from: "+15005550006", statusCallbackUrl: "http://localhost:9" };
    const { planOne, app, messages } = await scene({ ports: { email: createSendgridEmail(nowhere), sms: createTwilioText(nowhere), whatsapp: createTwilioText(nowhere) } });
    const { id } = await planOne(channel);
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { kind: "transient" } });
    expect(await messages()).toMatchObject([{ state: "QUEUED" }]);
  });

  test(`${channel}: a worker killed between claim and send leaves the message to another, after its claim`, async () => {
    const { planOne, app, messages, patient } = await scene();
    const { id } = await planOne(channel);
    await database.db.message.update({ where: { id }, data: { state: "SENDING", attemptedAt: new Date(now()), attempts: 1 } });
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENDING" }]);
    ahead = 60_000;
    await sendMessage(app, { messageId: id });
    expect(await messages()).toMatchObject([{ state: "SENT" }]);
    expect(await inbox(addressOf(patient))).toHaveLength(1);
  });

  test(`${channel}: wrong credentials keep it waiting`, async () => {
    const { planOne, app, messages } = await scene();
    const { id } = await planOne(channel);
    await fault({ vendor, status: 401, method: "POST", times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ kind: "auth" });
    expect(await messages()).toMatchObject([{ state: "QUEUED" }]);
  });
}

test("a number that replied STOP fails for good, in plain words", async () => {
  const { planOne, app, messages } = await scene({ phone: "+15005550004" });
  const { id } = await planOne("SMS");
  await sendMessage(app, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "FAILED", failure: expect.stringContaining("STOP") }]);
});

test("an address SendGrid refuses fails for good", async () => {
  const { planOne, app, messages } = await scene();
  const { id } = await planOne("EMAIL");
  await database.db.message.update({ where: { id }, data: { address: "nobody" } });
  await sendMessage(app, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "FAILED" }]);
});

test("an approved WhatsApp template goes out with its variables, and a lost reply is found", async () => {
  const { planOne, app, messages, manageUrl, patient } = await scene();
  const templated = { ...app, config: { ...app.config, whatsappTemplates: { sids: { "booking-confirmed": `HX${"a".repeat(32)}` }, variables: {} } } };
  const { id } = await planOne("WHATSAPP");
  await fault({ vendor: "twilio", drop: true, after: true, method: "POST", times: 1 });
  await expect(sendMessage(templated, { messageId: id })).rejects.toBeInstanceOf(IntegrationError);
  await sendMessage(templated, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "SENT" }]);
  const { body } = await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(patient.phone ?? "")}`);
  expect(body.messages).toHaveLength(1);
  expect(JSON.parse(body.messages[0].contentVariables)).toMatchObject({ "1": "Dr Test", "3": manageUrl });
});

test("where SendGrid's activity cannot be asked, its own report settles an unknown send, and only after five silent minutes is it sent again", async () => {
  const { planOne, app, messages, patient } = await scene();
  const { id } = await planOne("EMAIL");
  await fault({ vendor: "sendgrid", match: "/v3/messages", status: 403 });
  await fault({ vendor: "sendgrid", drop: true, method: "POST", times: 1 });
  await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
  ahead = 290_000;
  await sendMessage(app, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "SENDING", attempts: 2 }]);
  expect(await inbox(patient.email ?? "")).toHaveLength(0);
  ahead = 301_000;
  await sendMessage(app, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "SENT" }]);
  expect(await inbox(patient.email ?? "")).toHaveLength(1);

  const reported = await scene();
  const other = await reported.planOne("EMAIL");
  await fault({ vendor: "sendgrid", drop: true, after: true, method: "POST", times: 1 });
  await expect(sendMessage(reported.app, { messageId: other.id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
  await recordDelivery(reported.app, { vendor: "sendgrid", eventId: other.id, body: {}, messageId: other.id, vendorId: "filter-1", report: "SENT", failureCode: null });
  ahead += 600_000;
  await sendMessage(reported.app, { messageId: other.id });
  expect(await reported.messages()).toMatchObject([{ state: "SENT", vendorId: "filter-1" }]);
  expect(await inbox(reported.patient.email ?? "")).toHaveLength(1);
});

test("an SMS whose send was lost is not taken for an older one with the same words", async () => {
  const { planOne, app, messages, patient } = await scene();
  const [first, second] = [await planOne("SMS"), await planOne("SMS")];
  await sendMessage(app, { messageId: first.id });
  await fault({ vendor: "twilio", drop: true, method: "POST", times: 1 });
  await expect(sendMessage(app, { messageId: second.id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
  ahead = 30_000;
  await sendMessage(app, { messageId: second.id });
  expect(new Set((await messages()).map(({ vendorId }) => vendorId)).size).toBe(2);
  expect(await inbox(patient.phone ?? "")).toHaveLength(2);
});
