import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { answerText } from "@/application/messages/answer-text";
import { listConversations } from "@/application/messages/list-conversations";
import { listUnknownTexts } from "@/application/messages/list-unknown-texts";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import { bookingReference } from "@/domain/booking/booking-reference";
import { proveNumber } from "@tests/support/builders/prove-number";
import { buildVisit } from "@tests/support/builders/build-visit";
import { deskActor } from "@tests/support/booking-requests";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { buildMessageScene } from "./message-scene";
import { OUR_NUMBER, startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

/** The text as our webhook has stored it. */
const stored = (vendorId: string) => eventually("the stored text", async () => (await vendors.database.db.inboundMessage.findUnique({ where: { vendorId } })) ?? undefined);

const DAY_MS = 86_400_000;
let vendors: VendorWebhooks;
let now: number;
beforeAll(async () => {
  vendors = await startVendorWebhooks();
});
beforeEach(() => {
  now = Date.now();
});
afterAll(() => vendors.close());

type SceneOptions = { phone?: string; visit?: Parameters<typeof buildMessageScene>[1]["visit"] };

/** A booking in three days whose patient writes from their phone; the clock is the test's. */
async function texting({ phone, visit }: SceneOptions = {}) {
  const scene = await buildMessageScene(vendors.database, { ports: vendors.ports, now: () => now, ...(phone && { phone }), visit: { startsAt: new Date(now + 3 * DAY_MS), channels: ["SMS"], reference: bookingReference(randomBytes(16)), ...visit } });
  const { db } = vendors.database;
  const address = phone ?? scene.patient.phone ?? "";
  
  /** Sends a text through the sandbox's carrier, lets the job answer it, and sends what follows. */
  async function says(body: string, channel: "sms" | "whatsapp" = "sms", buttonPayload?: string) {
    const { body: posted } = await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel, from: address, to: OUR_NUMBER, body, ...(buttonPayload && { buttonPayload }) });
    const inbound = await stored(posted.id);
    // Received by the test's clock, as the webhook would have at that moment.
    await db.inboundMessage.update({ where: { id: inbound.id }, data: { receivedAt: new Date(now) } });
    await answerText(scene.app, { inboundId: inbound.id });
    now += 1_000;
    const queued = await db.message.findMany({ where: { address, state: "QUEUED" } });
    for (const { id } of queued) await sendMessage(scene.app, { messageId: id });
    now += 1_000;
    return db.inboundMessage.findUniqueOrThrow({ where: { id: inbound.id } });
  }
  const sent = async () => (await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(address)}`)).body.messages.map(({ text }: { text: string }) => text).reverse();
  const booking = () => db.booking.findUniqueOrThrow({ where: { id: scene.visit.id } });
  const conversations = () => db.conversation.findMany({ where: { address }, orderBy: { createdAt: "asc" } });
  return { ...scene, says, sent, booking, conversations, address };
}

test("YES confirms that the patient will come, once, and says so", async () => {
  const { says, sent, booking, visit, built, conversations } = await texting();
  expect(await says("Sí, gracias 👍")).toMatchObject({ outcome: "confirm", bookingId: visit.id });
  const { attendanceConfirmedAt } = await booking();
  expect(attendanceConfirmedAt).not.toBeNull();
  await says("Yes!");
  expect((await booking()).attendanceConfirmedAt).toEqual(attendanceConfirmedAt);
  expect((await sent())[0]).toMatch(/^Thank you\. Dr Test is expecting you: \w{3} \d+ \w+, \d\d:\d\d Berlin time\.$/);
  const entries = await vendors.database.db.auditEntry.findMany({ where: { subjectId: visit.id, action: "booking.confirm-attendance" } });
  expect(entries).toMatchObject([{ actorKind: "texter" }]);
  expect(await conversations()).toMatchObject([{ providerId: built.providerId, unread: 0 }]);
});

test("C asks and a second C within ten minutes cancels; the old C's do not", async () => {
  const { says, sent, booking, visit, announce } = await texting();
  await says("c");
  expect((await booking()).status).toBe("CONFIRMED");
  expect((await sent())[0]).toMatch(/^Cancel \w{3} \d+ \w+, \d\d:\d\d Berlin time with Dr Test\? Reply C again within 10 minutes\./);
  now += 11 * 60_000;
  expect(await says("C")).toMatchObject({ outcome: "ask-cancel" });
  expect((await booking()).status).toBe("CONFIRMED");
  expect(await says(" C. ")).toMatchObject({ outcome: "cancel", bookingId: visit.id });
  expect(await booking()).toMatchObject({ status: "CANCELLED", cancelledBy: "patient" });
  expect((await sent()).at(-1)).toMatch(/^Cancelled: Dr Test, .* Other times: https:/);
  const jobs = await waitingJobs(vendors.database.pool, visit.id);
  expect(jobs.map(({ task }) => task)).toContain("messages.announce");
  // The answer has told them; the provider still has to hear of it.
  await announce("cancelled");
  const told = await vendors.database.db.message.findMany({ where: { bookingId: visit.id, template: { endsWith: "booking-cancelled" } } });
  expect(told.map(({ recipient }) => recipient)).toEqual(["PROVIDER"]);
});

test("two C's at once ask once and cancel nothing, because the question had not left", async () => {
  const { db } = vendors.database;
  const scene = await texting({ phone: "+4915112345678" });
  const ids: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { body } = await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: "+4915112345678", to: OUR_NUMBER, body: "C" });
    ids.push((await stored(body.id)).id);
  }
  await Promise.all([...ids, ...ids].map((inboundId) => answerText(scene.app, { inboundId })));
  const outcomes = await db.inboundMessage.findMany({ where: { id: { in: ids } }, select: { outcome: true } });
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["ask-cancel", "wait"]);
  expect((await scene.booking()).status).toBe("CONFIRMED");
  expect(await scene.says("what about parking")).toMatchObject({ outcome: "hand-over" });
});

test("after the cut-off C is answered by the policy and the clinic's phone, R likewise", async () => {
  const { says, sent, booking } = await texting({ visit: { cancellationWindowMinutes: 5 * 1440, rescheduleWindowMinutes: 5 * 1440 } });
  expect(await says("C")).toMatchObject({ outcome: "refuse-cancel" });
  expect(await says("R")).toMatchObject({ outcome: "refuse-move" });
  expect((await booking()).status).toBe("CONFIRMED");
  for (const text of await sent()) expect(text).toMatch(/ until .*Please call the clinic now: \+493012345678$/);
});

test("a button of a WhatsApp template means the visit it names; pressed twice it cancels nothing", async () => {
  const { says, booking, visit, built, patient } = await texting();
  const later = await buildVisit(vendors.database.db, built, { startsAt: new Date(now + 5 * DAY_MS), patientId: patient.id, reference: bookingReference(randomBytes(16)) });
  await proveNumber(vendors.database.db, { seriesId: later.seriesId, phone: patient.phone });
  expect(await says("Yes, I will come", "whatsapp", `confirm:${later.reference}`)).toMatchObject({ outcome: "confirm", bookingId: later.id });
  expect((await booking()).attendanceConfirmedAt).toBeNull();
  for (let press = 0; press < 3; press += 1) expect(await says("Cancel the visit", "whatsapp", `cancel:${visit.reference}`)).toMatchObject({ outcome: "ask-cancel", bookingId: visit.id });
  expect((await booking()).status).toBe("CONFIRMED");
  expect(await says("C", "whatsapp")).toMatchObject({ outcome: "cancel", bookingId: visit.id });
});

test("R is answered by the link where another time can be chosen", async () => {
  const { says, sent } = await texting();
  await says("verschieben");
  expect((await sent())[0]).toMatch(/https:\/\/clinic\.example\/s\/[\w-]{22}/);
});

test("words that carriers take for an opt-out stop every text and cancel nothing; START lets them through again", async () => {
  const { says, sent, booking, planOne, app, conversations, address } = await texting();
  expect(await says("CANCEL")).toMatchObject({ outcome: "opt-out" });
  expect((await booking()).status).toBe("CONFIRMED");
  expect(await conversations()).toMatchObject([{ unread: 1 }]);
  const { id } = await planOne("SMS");
  await sendMessage(app, { messageId: id });
  const { db } = vendors.database;
  expect(await db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "SKIPPED", failure: "The person replied STOP, so no texts may be sent to this number." });
  expect(await sent()).toEqual([]);
  // The carrier takes YES for START from somebody who had stopped; it confirms nothing.
  expect(await says("YES")).toMatchObject({ outcome: "opt-in" });
  expect((await booking()).attendanceConfirmedAt).toBeNull();
  const ledger = await db.textConsent.findMany({ where: { address }, orderBy: { id: "asc" } });
  expect(ledger.map(({ isOptedOut, ourNumber }) => [isOptedOut, ourNumber])).toEqual([[true, OUR_NUMBER], [false, OUR_NUMBER]]);
  await says("R");
  expect(await sent()).toHaveLength(1);
});

test("a stop that only the carrier knows of is learnt from its refusal", async () => {
  const { planOne, app, address } = await texting({ phone: "+15005550004" });
  const { id } = await planOne("SMS");
  await sendMessage(app, { messageId: id });
  const { db } = vendors.database;
  expect(await db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "FAILED" });
  expect(await db.textConsent.findMany({ where: { address } })).toMatchObject([{ isOptedOut: true, source: "carrier" }]);
});

test("free text reaches the front desk as ciphertext, is acknowledged once, and never cancels", async () => {
  const { says, sent, booking, conversations } = await texting();
  const texts = ["Please cancel, my rash is worse", "do you have parking?", "nein"];
  for (const text of texts) expect(await says(text)).toMatchObject({ outcome: "hand-over" });
  expect((await booking()).status).toBe("CONFIRMED");
  expect(await conversations()).toMatchObject([{ unread: 3 }]);
  expect(await sent()).toEqual(["Thank you. Test Clinic will read this. If it cannot wait, please call +493012345678"]);
  const { rows } = await vendors.database.pool.query("SELECT count(*)::int AS count FROM inbound_message i, webhook_event w WHERE i.body_ciphertext LIKE '%rash%' OR w.body::text LIKE '%rash%'");
  expect(rows[0]).toEqual({ count: 0 });
});

test("several patients on one number are asked which visit, by a numbered list", async () => {
  const phone = "+4917600000001";
  const first = await texting({ phone, visit: { startsAt: new Date(now + 3 * DAY_MS) } });
  const second = await texting({ phone, visit: { startsAt: new Date(now + 4 * DAY_MS) } });
  expect(await first.says("C")).toMatchObject({ outcome: "ask-which" });
  expect((await first.sent())[0]).toMatch(/^Which appointment do you mean\? Reply with its number\.\n1 .*, Dr Test\n2 .*, Dr Test$/);
  expect(await first.says("2")).toMatchObject({ outcome: "ask-cancel", bookingId: second.visit.id });
  expect(await first.says("C")).toMatchObject({ outcome: "cancel" });
  expect([(await first.booking()).status, (await second.booking()).status]).toEqual(["CONFIRMED", "CANCELLED"]);
});

test("what has happened is told also to somebody who has had all automatic answers of the hour, and nothing else is", async () => {
  const { says, sent, booking, built, address } = await texting();
  await says("c");
  const answer = { providerId: built.providerId, recipient: "PATIENT" as const, channel: "SMS" as const, address, template: "reply-help", state: "SENT" as const, createdAt: new Date(now) };
  await vendors.database.db.message.createMany({ data: Array.from({ length: 10 }, () => ({ ...answer, id: uuidv7(), dedupeKey: uuidv7() })) });
  expect(await says("C")).toMatchObject({ outcome: "cancel" });
  expect((await booking()).status).toBe("CANCELLED");
  expect((await sent()).at(-1)).toMatch(/^Cancelled: Dr Test/);
  const before = (await sent()).length;
  await says("HELP");
  expect(await sent()).toHaveLength(before);
});

test("an unknown number is kept for a person and gets no answer", async () => {
  await texting();
  const stranger = "+4917699999999";
  const { body } = await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: stranger, to: OUR_NUMBER, body: "C" });
  const { db } = vendors.database;
  const inbound = await stored(body.id);
  const scene = await texting();
  await answerText(scene.app, { inboundId: inbound.id });
  expect(await db.inboundMessage.findUniqueOrThrow({ where: { id: inbound.id } })).toMatchObject({ outcome: "hand-over" });
  expect(await db.message.count({ where: { address: stranger } })).toBe(0);
  expect(await db.conversation.findMany({ where: { address: stranger } })).toMatchObject([{ providerId: null, unread: 1 }]);
});

test("among several clinics a number that none knows is shown to administrators alone, and goes to the clinic that last wrote to it", async () => {
  const { db } = vendors.database;
  const [one, other] = [await texting(), await texting()];
  const stranger = `+49176${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  const writes = async (text: string) => {
    const { body } = await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: stranger, to: OUR_NUMBER, body: text });
    const { id } = await stored(body.id);
    await answerText(one.app, { inboundId: id });
  };
  const desk = (scene: typeof one) => actingAs(scene.app, deskActor(scene.built, uuidv7()));
  const seenBy = async (scene: typeof one) => (await listConversations(desk(scene), { query: stranger.slice(-8), unreadOnly: false, limit: 30 })).items.map(({ preview }) => preview);
  const administrator = actingAs(one.app, { kind: "user", userId: uuidv7(), email: "admin@example.test", name: null, isAdministrator: true, providerId: null, memberships: [] });
  await writes("Who is this?");
  expect([await seenBy(one), await seenBy(other)]).toEqual([[], []]);
  expect((await listUnknownTexts(administrator)).items.filter(({ phone }) => phone === stranger)).toMatchObject([{ text: "Who is this?", channel: "SMS" }]);
  for (const scene of [one, other]) await expect(listUnknownTexts(desk(scene))).rejects.toMatchObject({ code: "NOT_ALLOWED" });

  const { id } = await one.planOne("SMS");
  await db.message.update({ where: { id }, data: { address: stranger, state: "DELIVERED", sentAt: new Date(now - 90 * DAY_MS), createdAt: new Date(now - 90 * DAY_MS) } });
  await writes("Please call me");
  expect([await seenBy(one), await seenBy(other)]).toEqual([["Please call me"], []]);
  expect((await listUnknownTexts(administrator)).items.filter(({ phone }) => phone === stranger)).toHaveLength(1);
});

test("forged, altered, foreign and replayed texts change nothing, and a genuine one delivered many times at once is one", async () => {
  const { says, address, booking } = await texting();
  await says("hello there");
  const { db } = vendors.database;
  const post = vendors.received.findLast(({ body }) => body.includes("hello"));
  if (post === undefined) throw new Error("no post was received");
  const { headers, body, path } = post;
  const count = async () => [await db.inboundMessage.count(), await db.webhookEvent.count({ where: { vendorId: { endsWith: ":received" } } })];
  const before = await count();
  const altered = [
    { ...post, body: body.replace("hello", "C") },
    { ...post, body: body.replace(encodeURIComponent(address), encodeURIComponent("+4917612121212")) },
    { ...post, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "x-twilio-signature")) },
    { ...post, headers: { ...headers, "x-twilio-signature": `${headers["x-twilio-signature"]?.slice(0, -4)}AAA=` } },
    { ...post, path: `${path}?elsewhere=1` },
    { ...post, body: `${body}&Extra=1` },
  ];
  expect((await Promise.all(altered.map(vendors.deliver))).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  const replays = await Promise.all(Array.from({ length: 20 }, () => vendors.deliver(post)));
  expect(new Set(replays.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await count()).toEqual(before);
  expect((await booking()).status).toBe("CONFIRMED");
});
