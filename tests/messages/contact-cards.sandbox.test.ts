import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { announce as announceBooking } from "@/application/messages/announce";
import { answerText } from "@/application/messages/answer-text";
import { readContactCard } from "@/application/contact-cards/read-contact-card";
import { sendClinicCard } from "@/application/messages/send-clinic-card";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import { forgetStaleRows } from "@/application/shared/forget-stale-rows";
import { providerActor } from "@tests/support/booking-requests";
import { buildVisit } from "@tests/support/builders/build-visit";
import { buildMessageScene } from "./message-scene";
import { OUR_NUMBER, startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

const KEY = "01890000-0000-7000-8000-000000000001";
let vendors: VendorWebhooks;
beforeAll(async () => {
  vendors = await startVendorWebhooks({ whatsappPlainText: false });
});
afterAll(() => vendors.close());

/** A patient who has written by WhatsApp or SMS, and the provider who answers. */
async function writing(channel: "whatsapp" | "sms") {
  const { db } = vendors.database;
  const scene = await buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000) } });
  const address = scene.patient.phone ?? "";
  const { body } = await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel, from: address, to: OUR_NUMBER, body: "Where can I call you?" });
  const inbound = await eventually("the stored text", async () => (await db.inboundMessage.findUnique({ where: { vendorId: body.id } })) ?? undefined);
  const app = { ...scene.app, config: { ...scene.app.config, publicOrigin: vendors.origin } };
  await answerText(app, { inboundId: inbound.id });
  const { id: conversationId } = await db.conversation.findFirstOrThrow({ where: { address } });
  const stateOf = async (id: string) => (await db.message.findUniqueOrThrow({ where: { id } })).state;
  return { ...scene, app, address, conversationId, provider: actingAs(app, providerActor(scene.built)), stateOf };
}

test("the clinic's card reaches a patient on WhatsApp once, and its address is worth nothing afterwards", async () => {
  const { app, provider, conversationId, address, stateOf } = await writing("whatsapp");
  const { messageId } = await sendClinicCard(provider, { conversationId, key: KEY });
  expect(await sendClinicCard(provider, { conversationId, key: KEY })).toEqual({ messageId: null });
  await sendMessage(app, { messageId: messageId ?? "" });
  await eventually("delivered", async () => (await stateOf(messageId ?? "")) === "DELIVERED");
  const { body } = await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(address)}`);
  const cards = body.messages.filter(({ mediaUrls }: { mediaUrls?: string[] }) => mediaUrls !== undefined);
  expect(cards).toHaveLength(1);
  expect(cards[0].attachments).toMatchObject([{ type: "text/vcard; charset=utf-8", content: expect.stringMatching(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n[\s\S]*TEL;VALUE=uri/) }]);
  expect(cards[0].attachments[0].content).not.toContain(address);
  expect(await vendors.database.db.contactCard.count({ where: { messageId: messageId ?? "" } })).toBe(0);
  expect((await fetch(cards[0].mediaUrls[0])).status).toBe(404);
  const readings = await vendors.database.db.auditEntry.findMany({ where: { subjectId: messageId ?? "", action: "contact-card.read" } });
  expect(readings).toHaveLength(1);
});

test("an address is hashed at rest, lives an hour and is then forgotten", async () => {
  const { app, provider, conversationId } = await writing("whatsapp");
  const { messageId } = await sendClinicCard(provider, { conversationId, key: KEY });
  const lost = { ...app, ports: { ...app.ports, whatsapp: app.ports.whatsapp && { ...app.ports.whatsapp, send: async ({ mediaUrl }: { mediaUrl: string | null }) => ({ vendorId: `MM${(mediaUrl ?? "").slice(-36, -4)}` }) } } };
  await sendMessage(lost, { messageId: messageId ?? "" });
  const row = await vendors.database.db.contactCard.findUniqueOrThrow({ where: { messageId: messageId ?? "" } });
  const token = await app.cipher.decrypt(row.tokenCiphertext, `contact-card:${messageId}`);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await readContactCard(app, token)).toContain("BEGIN:VCARD");
  const later = { ...app, clock: { now: () => Date.now() + 3_600_001 } };
  await expect(readContactCard(later, token)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(readContactCard(app, "A".repeat(token.length))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await forgetStaleRows(later);
  expect(await vendors.database.db.contactCard.count({ where: { messageId: messageId ?? "" } })).toBe(0);
});

test("an SMS carries no card, and a card that cannot be fetched fails in plain words", async () => {
  const sms = await writing("sms");
  await expect(sendClinicCard(sms.provider, { conversationId: sms.conversationId, key: KEY })).rejects.toMatchObject({ code: "POLICY_REFUSED", message: expect.stringContaining("SMS") });
  const { app, provider, conversationId, stateOf } = await writing("whatsapp");
  const { messageId } = await sendClinicCard(provider, { conversationId, key: KEY });
  await sendMessage({ ...app, config: { ...app.config, publicOrigin: "http://127.0.0.1:9" } }, { messageId: messageId ?? "" });
  await eventually("failed", async () => (await stateOf(messageId ?? "")) === "FAILED");
  expect(await vendors.database.db.message.findUniqueOrThrow({ where: { id: messageId ?? "" } })).toMatchObject({ failure: "WhatsApp could not fetch the file that goes along." });
});

test("a provider who wants it gets the card of a new patient once, by e-mail where WhatsApp does not take it", async () => {
  const { db } = vendors.database;
  const email = `dr-${KEY.slice(-4)}-${Date.now()}@example.test`;
  const { app, announce, sendAll, messages, built, patient } = await buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, provider: { email, notifyByEmail: false, notifyByCard: true }, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000), channels: [] } });
  await announce("confirmed");
  await announce("confirmed");
  const settled = async () => {
    await sendAll();
    return (await messages()).map(({ channel, template, state }) => `${channel} ${template} ${state}`).sort();
  };
  await eventually("told by e-mail", async () => JSON.stringify(await settled()) === JSON.stringify(["EMAIL provider-contact-card DELIVERED", "WHATSAPP provider-contact-card FAILED"]));
  const { body } = await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(email)}`);
  expect(body.messages).toHaveLength(1);
  expect(body.messages[0].attachments).toMatchObject([{ filename: "contact.vcf", content: expect.stringContaining(`FN:${patient.name}`) }]);
  const again = await buildVisit(db, built, { startsAt: new Date(Date.now() + 5 * 86_400_000), patientId: patient.id, channels: [], createdAt: new Date(Date.now() + 1_000) });
  await announceBooking(app, { bookingId: again.id, version: again.version, change: "confirmed" });
  expect(await db.message.count({ where: { bookingId: again.id } })).toBe(0);
});
