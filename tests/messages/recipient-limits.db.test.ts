import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMessage } from "@/application/messages/send-message";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

const START = Date.parse("2026-11-24T10:00:00Z");
const MINUTE_MS = 60_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

/** Two clinics that know the same number; three messages an hour may go to it. */
async function sharing() {
  const { ports, texts } = recordingPorts();
  let now = START - 3 * 86_400_000;
  const phone = `+4915155${String(Math.floor(Math.random() * 1e6)).padStart(6, "0")}`;
  const options = { ports, now: () => now, phone, visit: { startsAt: new Date(START) } };
  const scenes = [await buildMessageScene(database, options), await buildMessageScene(database, options)] as const;
  const [{ app: one }] = scenes;
  const app = { ...one, config: { ...one.config, recipientLimits: { perHour: 3, perDay: 5 } } };
  const send = async (id: string) => {
    await sendMessage(app, { messageId: id });
    return database.db.message.findUniqueOrThrow({ where: { id } });
  };
  return { scenes, app, texts, send, pass: (minutes: number) => (now += minutes * MINUTE_MS), now: () => now };
}

test("whatever many clinics plan at once, a number gets no more than its limits; the rest goes when there is room", async () => {
  const { scenes, send, texts, pass, now } = await sharing();
  const ids: string[] = [];
  for (let index = 0; index < 8; index += 1) ids.push((await (scenes[index % 2] ?? scenes[0]).planOne("SMS")).id);
  const begun = now();
  const first = await Promise.all(ids.map(send));
  expect(texts).toHaveLength(3);
  const waiting = first.filter(({ state }) => state === "QUEUED");
  expect(waiting).toHaveLength(5);
  expect(waiting[0]?.failure).toContain("as many messages as it may get");
  expect(waiting[0]?.heldUntil?.getTime()).toBe(begun + 60 * MINUTE_MS);
  const jobs = await waitingJobs(database.pool, waiting[0]?.id ?? "");
  expect(jobs.map(({ runAt }) => runAt.getTime())).toEqual([begun + 60 * MINUTE_MS]);
  pass(60);
  for (const { id } of waiting) await send(id);
  expect(texts).toHaveLength(5);
  pass(60);
  for (const { id } of waiting) await send(id);
  expect(texts).toHaveLength(5);
  pass(22 * 60);
  for (const { id } of waiting) await send(id);
  expect(texts).toHaveLength(8);
});

test("a cancellation and what a person writes always go; what would come too late is ended and says why", async () => {
  const { scenes, send, texts, app, pass } = await sharing();
  const [{ planOne, visit, built, patient }] = scenes;
  for (let index = 0; index < 3; index += 1) await send((await planOne("SMS")).id);
  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  expect((await send((await planOne("SMS", "booking-cancelled")).id)).state).toBe("SENT");
  const written = uuidv7();
  const bodyCiphertext = await app.cipher.encrypt("We are here until six.", `message:${written}`);
  await database.db.message.create({ data: { id: written, providerId: built.providerId, recipient: "PATIENT", channel: "SMS", address: patient.phone ?? "", template: "staff-reply", dedupeKey: written, bodyCiphertext, createdAt: new Date(app.clock.now()) } });
  expect((await send(written)).state).toBe("SENT");
  expect(texts).toHaveLength(5);

  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CONFIRMED" } });
  const soon = await planOne("SMS");
  await database.db.message.update({ where: { id: soon.id }, data: { usefulUntil: new Date(app.clock.now() + 30 * MINUTE_MS) } });
  expect(await send(soon.id)).toMatchObject({ state: "EXPIRED", failure: expect.stringContaining("as many messages as it may get") });
  pass(24 * 60);
  expect((await send((await planOne("SMS")).id)).state).toBe("SENT");
});

test("an SMS to a country that is not switched on is not sent, says so, and goes by e-mail", async () => {
  const { ports, texts, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { ports, now: START - 86_400_000, phone: "+18765551234", provider: { notifyByEmail: false }, visit: { startsAt: new Date(START), channels: ["SMS"] } });
  Object.assign(scene.app.config, { smsCountries: new Set(["DE"]) });
  await scene.announce("confirmed");
  await scene.sendAll();
  await scene.sendAll();
  expect((await scene.messages()).map(({ channel, state, failure }) => [channel, state, failure])).toEqual([
    ["SMS", "SKIPPED", "SMS to numbers of this country or kind is not switched on for this installation."],
    ["EMAIL", "SENT", null],
  ]);
  expect([texts.length, emails.length]).toEqual([0, 1]);
});
