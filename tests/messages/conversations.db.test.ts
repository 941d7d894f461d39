import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerText } from "@/application/messages/answer-text";
import { continueBySms } from "@/application/messages/continue-by-sms";
import { countUnread } from "@/application/messages/count-unread";
import { getConversation } from "@/application/messages/get-conversation";
import { listConversations } from "@/application/messages/list-conversations";
import { readConversation } from "@/application/messages/read-conversation";
import { receiveText } from "@/application/messages/receive-text";
import { replyInConversation } from "@/application/messages/reply-in-conversation";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs, type AppContext } from "@/application/shared/context";
import { toLocal } from "@/domain/time/local-time";
import { bookingReference } from "@/domain/booking/booking-reference";
import { deskActor, personActor, providerActor } from "@tests/support/booking-requests";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

const HOUR_MS = 3_600_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

/** A patient who has written to a clinic, and the clinic's front desk. */
async function written(body = "Do you have parking?", channel: "SMS" | "WHATSAPP" = "SMS") {
  const { ports, texts } = recordingPorts();
  let now = Date.now();
  const scene = await buildMessageScene(database, { ports, now: () => now, visit: { reference: bookingReference(randomBytes(16)) } });
  const desk = await database.db.user.create({ data: { id: uuidv7(), email: `desk-${uuidv7()}@example.test`, name: "Maria" } });
  const as = (actor: AppContext["actor"]) => actingAs(scene.app, actor);
  const receive = async (text: string) => {
    const vendorId = `SM${uuidv7()}`;
    await receiveText(scene.app, { vendorId, channel, ourNumber: ports.sms?.sender ?? "", address: scene.patient.phone ?? "", body: text, button: null, optOutType: null });
    const { id } = await database.db.inboundMessage.findUniqueOrThrow({ where: { vendorId } });
    return id;
  };
  const says = async (text: string) => answerText(scene.app, { inboundId: await receive(text) });
  await says(body);
  const { id: conversationId } = await database.db.conversation.findFirstOrThrow({ where: { providerId: scene.built.providerId } });
  return { ...scene, texts, says, receive, conversationId, as, desk: as(deskActor(scene.built, desk.id)), provider: as(providerActor(scene.built)), pass: (ms: number) => (now += ms) };
}

const everything = { unreadOnly: false, limit: 30 };
const body = (text: string) => ({ text, key: uuidv7() });

test("the front desk and the provider see who wrote, find them by name and number, and what waits", async () => {
  const { desk, provider, patient, conversationId, built, pass, says } = await written();
  for (const app of [desk, provider]) expect((await listConversations(app, everything)).items).toMatchObject([{ id: conversationId, unread: 1, names: [patient.name], preview: "Do you have parking?" }]);
  pass(1_000);
  await says("Or a bus?");
  expect((await listConversations(desk, everything)).items).toMatchObject([{ unread: 2, preview: "Or a bus?" }]);
  expect(await countUnread(desk)).toEqual({ unread: 2 });
  const found = async (query: string) => (await listConversations(desk, { ...everything, query })).items.length;
  expect(await Promise.all([patient.name.slice(0, 4), (patient.phone ?? "").slice(-6), "%", "nobody of this name"].map(found))).toEqual([1, 1, 0, 0]);
  expect(await readConversation(desk, { conversationId })).toEqual({ unread: 0 });
  expect((await listConversations(desk, { ...everything, unreadOnly: true, providerId: built.providerId })).items).toEqual([]);
  const entries = await database.db.auditEntry.findMany({ where: { subjectId: conversationId } });
  expect(entries).toMatchObject([{ action: "message.read", actorKind: "user", providerId: built.providerId }]);
});

test("a conversation shows what was said on both sides, how ours fared and the coming visits; one reading an hour is audited", async () => {
  const { desk, conversationId, planOne, app, visit, texts } = await written();
  await sendMessage(app, { messageId: (await planOne("SMS", "booking-confirmed")).id });
  await replyInConversation(desk, { conversationId, ...body("Yes, behind the house.") });
  const view = await getConversation(desk, { conversationId });
  await getConversation(desk, { conversationId });
  expect(view.entries).toMatchObject([
    { from: "patient", text: "Do you have parking?", state: null },
    { from: "automatic", text: expect.stringContaining("will read this"), title: "Automatic answer", state: "QUEUED" },
    { from: "automatic", text: null, title: "Confirmation", state: "SENT" },
    { from: "clinic", text: "Yes, behind the house.", author: "Maria", state: "QUEUED" },
  ]);
  expect(view).toMatchObject({ unread: 0, isOptedOut: false, refusal: null, localWindowEnd: null, visits: [{ reference: visit.reference, status: "CONFIRMED", isAttendanceConfirmed: false }] });
  expect(await database.db.auditEntry.count({ where: { subjectId: conversationId, action: "message.read" } })).toBe(1);
  expect(texts).toHaveLength(1);
});

test("an answer is written once per key, kept as ciphertext, sent by a job and audited without its words", async () => {
  const { desk, conversationId, app, texts, patient } = await written();
  const answer = body("It is on the second floor.");
  const tries = await Promise.all(Array.from({ length: 5 }, () => replyInConversation(desk, { conversationId, ...answer })));
  const ids = tries.flatMap(({ messageId }) => messageId ?? []);
  expect(ids).toHaveLength(1);
  const { rows } = await database.pool.query("SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = $1", [`send:${ids[0]}`]);
  expect(rows[0]).toEqual({ count: 1 });
  await sendMessage(app, { messageId: ids[0] ?? "" });
  expect(texts).toMatchObject([{ to: patient.phone, body: "It is on the second floor.", content: null }]);
  const { rows: plain } = await database.pool.query("SELECT count(*)::int AS count FROM message m, audit_entry a WHERE m.body_ciphertext LIKE '%floor%' OR a.after::text LIKE '%floor%'");
  expect(plain[0]).toEqual({ count: 0 });
  expect(await database.db.auditEntry.findMany({ where: { subjectId: conversationId, action: "message.reply" } })).toMatchObject([{ actorKind: "user", after: { messageId: ids[0] } }]);
});

test("staff see how and since when somebody agreed to texts: at this clinic, over this channel", async () => {
  const { desk, conversationId, says, visit, patient, pass } = await written();
  const consents = async () => (await getConversation(desk, { conversationId })).consents;
  const { id: _id, seriesId: _series, reference: _reference, ...booking } = await database.db.booking.findUniqueOrThrow({ where: { id: visit.id } });
  const again = (source: "DESK" | "GOOGLE" | "WEB", channels: ("SMS" | "EMAIL")[], hours: number) => {
    const id = uuidv7();
    const at = (time: Date) => new Date(time.getTime() + hours * 3_600_000);
    return database.db.booking.create({ data: { ...booking, id, seriesId: id, reference: bookingReference(randomBytes(16)), startsAt: at(booking.startsAt), endsAt: at(booking.endsAt), blockedFrom: at(booking.blockedFrom), blockedTo: at(booking.blockedTo), createdAt: at(booking.createdAt), source, channels } });
  };
  await again("DESK", ["SMS"], 1);
  await again("WEB", ["SMS"], 2);
  await again("GOOGLE", ["EMAIL"], 3);
  expect((await consents()).map(({ source }) => source)).toEqual(["booking-form", "desk"]);
  expect((await consents())[0]?.localAt).toBe(toLocal(booking.createdAt.getTime(), "Europe/Berlin"));
  pass(86_400_000);
  await says("STOP");
  pass(1_000);
  await says("START");
  expect((await consents()).map(({ source }) => source)).toEqual(["booking-form", "desk", "start-text"]);
  await buildMessageScene(database, { now: Date.now(), phone: patient.phone, visit: { source: "GOOGLE", channels: ["SMS"] } });
  expect(await consents()).toHaveLength(3);
});

test("nobody who said STOP is written to, not even by an answer that was waiting", async () => {
  const { desk, conversationId, says, app, texts } = await written();
  const { messageId } = await replyInConversation(desk, { conversationId, ...body("We are open until five.") });
  await says("STOP");
  await expect(replyInConversation(desk, { conversationId, ...body("Hello?") })).rejects.toMatchObject({ code: "POLICY_REFUSED", details: { message: expect.stringMatching(/^Nothing was sent\. .*STOP/) } });
  await sendMessage(app, { messageId: messageId ?? "" });
  expect(texts).toEqual([]);
  expect(await getConversation(desk, { conversationId })).toMatchObject({ isOptedOut: true, refusal: expect.stringContaining("STOP") });
});

test("WhatsApp takes answers for 24 hours from the patient's last text", async () => {
  const { desk, conversationId, pass, says } = await written("Hello", "WHATSAPP");
  pass(23 * HOUR_MS);
  await replyInConversation(desk, { conversationId, ...body("Still in time.") });
  pass(2 * HOUR_MS);
  await expect(replyInConversation(desk, { conversationId, ...body("Too late.") })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  await says("Are you there?");
  expect(await getConversation(desk, { conversationId })).toMatchObject({ refusal: null, localWindowEnd: expect.any(String) });
  await replyInConversation(desk, { conversationId, ...body("We are.") });
});

test("another clinic, a patient and a guest neither read nor write", async () => {
  const { conversationId, as } = await written();
  const other = await written();
  const strangers = [other.desk, other.provider, as(personActor(uuidv7())), as({ kind: "guest", id: "g" }), as({ kind: "texter", inboundId: uuidv7(), seriesId: uuidv7() })];
  const refused = { code: expect.stringMatching(/^NOT_(ALLOWED|AUTHENTICATED)$/) };
  for (const app of strangers) {
    await expect(getConversation(app, { conversationId })).rejects.toMatchObject(refused);
    await expect(readConversation(app, { conversationId })).rejects.toMatchObject(refused);
    await expect(replyInConversation(app, { conversationId, ...body("x") })).rejects.toMatchObject(refused);
  }
  expect((await listConversations(other.desk, everything)).items.map(({ id }) => id)).toEqual([other.conversationId]);
});

test("what dies between the act and its answer has done neither, and the next try does both once", async () => {
  const { app, receive, visit, messages, pass, conversationId } = await written("C");
  const asked = await database.db.message.findFirstOrThrow({ where: { conversationId, template: "reply-ask-cancel" } });
  await sendMessage(app, { messageId: asked.id });
  pass(1_000);
  const inboundId = await receive("C");
  const dying: AppContext = { ...app, cipher: { ...app.cipher, encrypt: () => Promise.reject(new Error("out of memory")) } };
  await expect(answerText(dying, { inboundId })).rejects.toThrow("out of memory");
  const status = async () => (await database.db.booking.findUniqueOrThrow({ where: { id: visit.id } })).status;
  expect(await status()).toBe("CONFIRMED");
  expect(await database.db.inboundMessage.findUniqueOrThrow({ where: { id: inboundId } })).toMatchObject({ processedAt: null, outcome: null });
  await Promise.all([answerText(app, { inboundId }), answerText(app, { inboundId })]);
  expect(await status()).toBe("CANCELLED");
  expect((await messages()).filter(({ template }) => template === "reply-cancelled")).toHaveLength(1);
  expect(await database.db.auditEntry.count({ where: { subjectId: visit.id, action: "booking.cancel" } })).toBe(1);
});

test("what WhatsApp takes no more goes on by SMS, in one conversation that is listed once something is said there", async () => {
  const { desk, provider, conversationId, pass, texts, app, patient } = await written("Is there parking?", "WHATSAPP");
  expect(await getConversation(desk, { conversationId })).toMatchObject({ refusal: null, canUseSms: false });
  pass(25 * HOUR_MS);
  expect(await getConversation(desk, { conversationId })).toMatchObject({ refusal: expect.stringContaining("24 hours"), canUseSms: true });
  const opened = await continueBySms(desk, { conversationId });
  expect(await continueBySms(provider, { conversationId })).toEqual(opened);
  expect(await continueBySms(desk, { conversationId: opened.conversationId })).toEqual(opened);
  expect((await listConversations(desk, everything)).items.map(({ id }) => id)).toEqual([conversationId]);
  expect(texts).toEqual([]);
  const { messageId } = await replyInConversation(desk, { conversationId: opened.conversationId, ...body("Yes, behind the house.") });
  await sendMessage(app, { messageId: messageId ?? "" });
  expect(texts).toMatchObject([{ channel: "SMS", to: patient.phone, body: "Yes, behind the house." }]);
  expect((await listConversations(desk, everything)).items.map(({ id }) => id)).toEqual([opened.conversationId, conversationId]);
});

test("only the clinic's own staff may go on by SMS, and only where SMS is on", async () => {
  const { desk, as, conversationId } = await written("Hello", "WHATSAPP");
  const other = await written();
  await expect(continueBySms(other.desk, { conversationId })).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|NOT_ALLOWED/) });
  await expect(continueBySms(as({ kind: "guest", id: "x" }), { conversationId })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(continueBySms({ ...desk, ports: { ...desk.ports, sms: null } }, { conversationId })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
});
