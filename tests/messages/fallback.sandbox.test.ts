import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { sendMessage } from "@/application/messages/send-message";
import type { MessageChannel } from "@/domain/messages/message-template";
import { buildMessageScene } from "./message-scene";
import { startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

let vendors: VendorWebhooks;
beforeAll(async () => {
  // Nobody here has written to us first, so WhatsApp refuses free text.
  vendors = await startVendorWebhooks({ whatsappPlainText: false });
});
afterAll(() => vendors.close());

/** An announcement that is sent and followed, callbacks of the carrier included, until it has come to rest. */
async function told(channels: MessageChannel[], options: Partial<Parameters<typeof buildMessageScene>[1]> = {}) {
  const scene = await buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, provider: { notifyByEmail: false }, ...options, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000), channels, ...options.visit } });
  const story = async () => {
    const rows = await vendors.database.db.message.findMany({ where: { bookingId: scene.visit.id }, include: { insteadOf: true }, orderBy: { createdAt: "asc" } });
    return rows.map(({ channel, state, insteadOf }) => `${channel} ${state}${insteadOf ? ` for ${insteadOf.channel}` : ""}`).sort();
  };
  const comesToRest = (expected: string[]) =>
    eventually(expected.join(", "), async () => {
      await scene.sendAll();
      return JSON.stringify(await story()) === JSON.stringify([...expected].sort());
    }, 20_000);
  return { ...scene, story, comesToRest };
}

test("news that WhatsApp does not take goes by SMS, and by e-mail when the phone is out of reach as well", async () => {
  const reachable = await told(["WHATSAPP"]);
  await reachable.announce("confirmed");
  await reachable.comesToRest(["WHATSAPP FAILED", "SMS DELIVERED for WHATSAPP"]);

  const unreachable = await told(["WHATSAPP"], { phone: "+15005550009" });
  await unreachable.announce("confirmed");
  await unreachable.comesToRest(["WHATSAPP FAILED", "SMS FAILED for WHATSAPP", "EMAIL DELIVERED for SMS"]);
});

test("a number that the carrier refuses at once is not tried over another app", async () => {
  const { announce, comesToRest } = await told(["WHATSAPP"], { phone: "+15005550001" });
  await announce("confirmed");
  await comesToRest(["WHATSAPP FAILED", "EMAIL DELIVERED for WHATSAPP"]);
});

test("who was told over the other channel anyway is not told twice", async () => {
  const { announce, comesToRest } = await told(["WHATSAPP", "SMS", "EMAIL"], { phone: "+15005550009" });
  await announce("confirmed");
  await comesToRest(["WHATSAPP FAILED", "SMS FAILED", "EMAIL DELIVERED"]);
});

test("failure reports repeated at once plan one message", async () => {
  const { announce, comesToRest, story } = await told(["WHATSAPP"]);
  await announce("confirmed");
  await comesToRest(["WHATSAPP FAILED", "SMS DELIVERED for WHATSAPP"]);
  const reports = vendors.received.filter(({ body }) => body.includes("63016"));
  expect(reports.length).toBeGreaterThan(0);
  await Promise.all(reports.flatMap((report) => Array.from({ length: 8 }, () => vendors.deliver(report))));
  expect(await story()).toEqual(["SMS DELIVERED for WHATSAPP", "WHATSAPP FAILED"]);
});

test("a channel that is switched off is passed over, and so is one that the patient answered with STOP", async () => {
  const off = await told(["WHATSAPP"], { ports: { ...vendors.ports, whatsapp: null } });
  await off.announce("confirmed");
  await off.comesToRest(["WHATSAPP SKIPPED", "SMS DELIVERED for WHATSAPP"]);

  const stopped = await told(["SMS"], { phone: "+15005550004" });
  await stopped.announce("confirmed");
  await stopped.comesToRest(["SMS FAILED", "EMAIL DELIVERED for SMS"]);
  // The refusal was remembered: the next news is not even tried by SMS.
  await vendors.database.db.booking.update({ where: { id: stopped.visit.id }, data: { status: "CANCELLED", version: stopped.visit.version + 1 } });
  await stopped.announce("cancelled", stopped.visit.version + 1);
  await stopped.comesToRest(["SMS FAILED", "EMAIL DELIVERED for SMS", "SMS SKIPPED", "EMAIL DELIVERED for SMS"]);
});

test("what is no longer true is not told over another channel either", async () => {
  const { announce, messages, app, visit, story } = await told(["WHATSAPP"], { ports: { ...vendors.ports, whatsapp: null } });
  await announce("confirmed");
  await vendors.database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  for (const { id } of await messages()) await sendMessage(app, { messageId: id });
  expect(await story()).toEqual(["WHATSAPP SKIPPED"]);
});

test.each([["follow-up", "COMPLETED", -5], ["come-back", "COMPLETED", -5], ["reminder-1440", "CONFIRMED", 24]] as const)("%s does not follow a STOP to another channel", async (template, status, startsIn) => {
  const noon = new Date().setUTCHours(12, 0, 0, 0);
  const { app, visit, built, patient, story } = await told(["SMS"], { phone: "+15005550004", now: noon, visit: { status, startsAt: new Date(noon + startsIn * 3_600_000), createdAt: new Date(noon - 9 * 86_400_000), patientTimeZone: "UTC", reminderMinutes: [1440] } });
  // The carrier is the first to say so here.
  await vendors.database.db.textConsent.deleteMany();
  const plan = (kind: string) => ({ id: uuidv7(), bookingId: visit.id, providerId: built.providerId, recipient: "PATIENT" as const, channel: "SMS" as const, address: patient.phone ?? "", template: kind, dedupeKey: `${visit.id}:${kind}:PATIENT:SMS`, createdAt: new Date(noon) });
  const kindness = await vendors.database.db.message.create({ data: plan(template) });
  await sendMessage(app, { messageId: kindness.id });
  expect(await vendors.database.db.message.findUniqueOrThrow({ where: { id: kindness.id } })).toMatchObject({ state: "FAILED", failure: expect.stringContaining("STOP") });
  expect(await story()).toEqual(["SMS FAILED"]);
  // News of the visit do, so it was not for want of an address.
  await vendors.database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  const news = await vendors.database.db.message.create({ data: plan("booking-cancelled") });
  await sendMessage(app, { messageId: news.id });
  expect((await story()).filter((line) => line.startsWith("EMAIL"))).toEqual(["EMAIL QUEUED for SMS"]);
});
