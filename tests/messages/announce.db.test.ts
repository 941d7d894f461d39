import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announce } from "@/application/messages/announce";
import { announceChange } from "@/application/messages/announce-change";
import { announceReconnect } from "@/application/messages/announce-reconnect";
import { setMessageWishes } from "@/application/messages/message-wishes";
import { remind } from "@/application/messages/remind";
import { dropReminders, scheduleReminders } from "@/application/messages/reminders";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import { audit } from "@/application/shared/audit";
import { IntegrationError } from "@/application/shared/errors";
import type { OutgoingEmail, OutgoingText } from "@/application/shared/ports";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene, type MessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Ten o'clock in Berlin: two hours before, the night has just ended. */
const START = Date.parse("2030-01-07T09:00:00Z");
const NOW = START - 72 * HOUR_MS;
const booked = { createdAt: new Date(NOW), reminderMinutes: [1440, 120] };

async function jobs(prefix: string) {
  const { rows } = await database.pool.query<{ key: string; run_at: Date }>("SELECT key, run_at FROM graphile_worker.jobs WHERE key LIKE $1 ORDER BY key", [`${prefix}%`]);
  return rows;
}
function required<T>(port: T | null): T {
  if (port === null) throw new Error("a recording port is always there");
  return port;
}
const brief = async ({ messages }: MessageScene) => (await messages()).map(({ recipient, channel, template }) => `${recipient} ${channel} ${template}`);

test("announcing plans each message once with a send job, also when run again and in parallel", async () => {
  const scene = await buildMessageScene(database, { now: NOW });
  await Promise.all([scene.announce("confirmed"), scene.announce("confirmed"), scene.announce("confirmed")]);
  const rows = await scene.messages();
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row).toMatchObject({ state: "QUEUED", providerId: scene.built.providerId, bookingId: scene.visit.id });
    expect(await jobs(`send:${row.id}`)).toHaveLength(1);
  }
});

test("only background work may plan and send", async () => {
  const scene = await buildMessageScene(database, { now: NOW });
  const guest = actingAs(scene.app, { kind: "guest", id: "x" });
  await expect(announce(guest, { bookingId: scene.visit.id, version: 1, change: "confirmed" })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(sendMessage(guest, { messageId: uuidv7() })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(remind(guest, { seriesId: scene.visit.seriesId, minutesBefore: 120 })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(announceReconnect(guest, uuidv7())).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("a provider who cancelled is not told; one whose patient or colleague cancelled is", async () => {
  const cancelBy = async (actor: (scene: MessageScene) => Parameters<typeof audit>[1]) => {
    const scene = await buildMessageScene(database, { now: NOW, visit: { status: "CANCELLED" } });
    await scene.app.db.$transaction((tx) => audit(tx, actor(scene), { action: "booking.cancel", subjectKind: "booking", subjectId: scene.visit.id }));
    await scene.announce("cancelled");
    return brief(scene);
  };
  const user = (userId: string) => ({ kind: "user" as const, userId, email: "x@example.test", name: null, isAdministrator: false, providerId: null, memberships: [] });
  const provider = "PROVIDER EMAIL provider-booking-cancelled";
  expect(await cancelBy(({ built }) => user(built.userId))).not.toContain(provider);
  expect(await cancelBy(() => ({ kind: "system", job: "calendar.sync" }))).not.toContain(provider);
  expect(await cancelBy(() => user(uuidv7()))).toContain(provider);
  expect(await cancelBy(({ visit }) => ({ kind: "link", linkId: uuidv7(), seriesId: visit.seriesId }))).toContain(provider);
});

test("a message that is no longer true when its turn comes is skipped with the reason", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports });
  await scene.announce("confirmed");
  await database.db.booking.update({ where: { id: scene.visit.id }, data: { status: "CANCELLED" } });
  await scene.sendAll();
  expect(await scene.messages()).toMatchObject(Array.from({ length: 3 }, () => ({ state: "SKIPPED", failure: "The booking was cancelled meanwhile." })));
  expect(emails).toEqual([]);
});

test("a switched-off channel is said, and the others go out", async () => {
  const { ports } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports: { ...ports, sms: null } });
  await scene.announce("confirmed");
  await scene.sendAll();
  expect((await scene.messages()).map(({ channel, state, failure }) => [channel, state, failure])).toEqual([["EMAIL", "SENT", null], ["SMS", "SKIPPED", "SMS is switched off on this installation."], ["EMAIL", "SENT", null]]);
});

test("two workers at once send one message once", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports });
  const { id } = await scene.planOne("EMAIL");
  await Promise.all(Array.from({ length: 8 }, () => sendMessage(scene.app, { messageId: id })));
  expect(emails).toHaveLength(1);
  expect(await scene.messages()).toMatchObject([{ state: "SENT", attempts: 1 }]);
});

test("a message held by another worker is looked at again when its claim ends", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports });
  const { id } = await scene.planOne("EMAIL");
  await database.db.message.update({ where: { id }, data: { state: "SENDING", attemptedAt: new Date(NOW - 1_000) } });
  await sendMessage(scene.app, { messageId: id });
  expect(emails).toEqual([]);
  expect((await jobs(`send:${id}`))[0]?.run_at.getTime()).toBe(NOW + 44_000);
});

const MEET = { state: "READY" as const, source: "CALENDAR" as const, url: "https://meet.google.com/abc-defg-hij" };
const becomeReady = async (scene: MessageScene) => {
  await database.db.meetLink.create({ data: { seriesId: scene.visit.seriesId, ...MEET } });
  await scene.announce("meet-ready");
};

test("a Meet link that is ready in time lets the waiting confirmation go at once, and nothing else is said", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports, visit: { mode: "ONLINE" } });
  await scene.app.db.$transaction((tx) => announceChange(tx, { ...scene.visit, startsAt: START }, "confirmed", { now: NOW, graceMs: 0, notBefore: NOW + 20_000 }));
  await becomeReady(scene);
  const [waiting, ...more] = await jobs(`announce:${scene.visit.id}`);
  expect(more).toEqual([]);
  expect(waiting?.run_at.getTime()).toBeLessThan(NOW);
  await scene.announce("confirmed");
  await scene.sendAll();
  await scene.announce("meet-ready");
  expect(await brief(scene)).toEqual(["PATIENT EMAIL booking-confirmed", "PATIENT SMS booking-confirmed", "PROVIDER EMAIL provider-booking-confirmed"]);
  expect(emails[0]?.html).toContain(MEET.url);
});

test("a Meet link that comes after the messages left is sent after them, on the same channels, once", async () => {
  const { ports, emails, texts } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports, visit: { mode: "ONLINE" } });
  await scene.announce("confirmed");
  await scene.sendAll();
  await becomeReady(scene);
  await scene.announce("meet-ready");
  await scene.sendAll();
  expect((await brief(scene)).slice(3)).toEqual(["PATIENT EMAIL meet-ready", "PATIENT SMS meet-ready"]);
  expect(emails.at(-1)).toMatchObject({ subject: expect.stringContaining("video link"), calendarInvite: { method: "REQUEST", ics: expect.stringContaining("meet.google.com") } });
  expect(texts.at(-1)?.body).toContain(MEET.url);
});

test("a Meet link that comes while messages are still queued is carried by them", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports, visit: { mode: "ONLINE" } });
  await scene.announce("confirmed");
  await becomeReady(scene);
  await scene.sendAll();
  await scene.announce("meet-ready");
  expect(await scene.messages()).toHaveLength(3);
  expect(emails[0]?.html).toContain(MEET.url);
});

test("reminders wait under their own keys, move with the booking, skip the past, and go on cancel", async () => {
  const scene = await buildMessageScene(database, { now: NOW, visit: booked });
  const { seriesId } = scene.visit;
  const times = async () => (await jobs(`remind:${seriesId}`)).map(({ key, run_at }) => [key.split(":")[2], run_at.getTime()]);
  await database.db.$transaction((tx) => scheduleReminders(tx, { ...scene.visit, startsAt: new Date(START) }, NOW));
  expect(await times()).toEqual([["120", START - 2 * HOUR_MS], ["1440", START - 24 * HOUR_MS]]);
  const later = START + 5 * HOUR_MS;
  await database.db.$transaction((tx) => scheduleReminders(tx, { ...scene.visit, startsAt: new Date(later) }, NOW));
  expect(await times()).toEqual([["120", later - 2 * HOUR_MS], ["1440", later - 24 * HOUR_MS]]);
  await database.db.$transaction((tx) => scheduleReminders(tx, { ...scene.visit, startsAt: new Date(NOW + 3 * HOUR_MS) }, NOW));
  expect(await times()).toEqual([["120", NOW + HOUR_MS]]);
  await database.db.$transaction((tx) => dropReminders(tx, scene.visit));
  expect(await times()).toEqual([]);
});

test("a reminder is planned once for each time, never after a cancellation", async () => {
  const scene = await buildMessageScene(database, { now: START - 24 * HOUR_MS, visit: booked });
  const payload = { seriesId: scene.visit.seriesId, minutesBefore: 1440 };
  await remind(scene.app, payload);
  await database.db.booking.update({ where: { id: scene.visit.id }, data: { version: { increment: 1 } } });
  await remind(scene.app, payload);
  expect(await brief(scene)).toEqual(["PATIENT EMAIL reminder-1440", "PATIENT SMS reminder-1440"]);
  const cancelled = await buildMessageScene(database, { now: START - 24 * HOUR_MS, visit: { ...booked, status: "CANCELLED" } });
  await remind(cancelled.app, { seriesId: cancelled.visit.seriesId, minutesBefore: 1440 });
  expect(await cancelled.messages()).toEqual([]);
});

test("a reminder that could only go out too late is kept as expired with the reason, whether planned late or sent late", async () => {
  const tooLate = { state: "EXPIRED", failure: expect.stringContaining("after it was of use") };
  const late = await buildMessageScene(database, { now: START - 10 * MINUTE_MS, visit: booked });
  await remind(late.app, { seriesId: late.visit.seriesId, minutesBefore: 120 });
  expect(await late.messages()).toMatchObject([tooLate, tooLate]);
  expect(await jobs(`send:${(await late.messages())[0]?.id}`)).toEqual([]);

  let now = START - 2 * HOUR_MS;
  const { ports, emails } = recordingPorts();
  let isDown = true;
  const email = { ...ports.email, send: async (mail: OutgoingEmail) => (isDown ? Promise.reject(new IntegrationError({ vendor: "sendgrid", operation: "mail.send", kind: "transient", code: "503", isAmbiguous: false })) : required(ports.email).send(mail)), findSent: async () => null, allowAgain: async () => undefined };
  const scene = await buildMessageScene(database, { now: () => now, ports: { ...ports, email }, visit: { ...booked, channels: ["EMAIL"] } });
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 120 });
  await expect(scene.sendAll()).rejects.toThrow();
  now = START - HOUR_MS;
  await expect(scene.sendAll()).rejects.toThrow();
  now = START - 14 * MINUTE_MS;
  isDown = false;
  await scene.sendAll();
  expect(await scene.messages()).toMatchObject([{ state: "EXPIRED", failure: "It could only have gone out after it was of use. Last problem: SendGrid had a problem of its own." }]);
  expect(emails).toEqual([]);
});

test("an outage that ends while the reminder is of use delays it and no more", async () => {
  let now = START - 2 * HOUR_MS;
  const { ports, texts } = recordingPorts();
  let isDown = true;
  const sms = { ...required(ports.sms), send: async (text: OutgoingText) => (isDown ? Promise.reject(new IntegrationError({ vendor: "twilio", operation: "messages.create", kind: "transient", code: "503", isAmbiguous: false })) : required(ports.sms).send(text)) };
  const scene = await buildMessageScene(database, { now: () => now, ports: { ...ports, sms }, visit: { ...booked, channels: ["SMS"] } });
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 120 });
  await expect(scene.sendAll()).rejects.toThrow();
  now += HOUR_MS;
  isDown = false;
  await scene.sendAll();
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 120 });
  await scene.sendAll();
  expect(texts).toHaveLength(1);
  expect(await scene.messages()).toMatchObject([{ state: "SENT", template: "reminder-120", usefulUntil: new Date(START - 15 * MINUTE_MS) }]);
});

test("each step goes on its own channel, and what the patient wants goes before it", async () => {
  const steps = { ...booked, reminderMinutes: [1440, 120], reminderChannels: ["EMAIL", "SMS"] };
  const scene = await buildMessageScene(database, { now: START - 2 * HOUR_MS, visit: steps });
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 120 });
  expect(await brief(scene)).toEqual(["PATIENT SMS reminder-120"]);
  const none = await buildMessageScene(database, { now: START - 2 * HOUR_MS, visit: steps });
  await database.db.patient.update({ where: { id: none.patient.id }, data: { reminderChoice: "NONE" } });
  await remind(none.app, { seriesId: none.visit.seriesId, minutesBefore: 120 });
  expect(await none.messages()).toEqual([]);
});

test("a reminder that falls in the patient's night goes out the evening before, in their zone", async () => {
  const scene = await buildMessageScene(database, { now: NOW, visit: { ...booked, patientTimeZone: "America/New_York" } });
  await database.db.$transaction((tx) => scheduleReminders(tx, { ...scene.visit, startsAt: new Date(START) }, NOW));
  const [twoHours] = await jobs(`remind:${scene.visit.seriesId}:120`);
  // Due at 02:00 in New York for a visit at 04:00: no morning comes in between.
  expect(twoHours?.run_at.toISOString()).toBe("2030-01-07T01:59:00.000Z");
});

test("a reminder follows a moved booking", async () => {
  const scene = await buildMessageScene(database, { now: START - 24 * HOUR_MS, visit: { ...booked, status: "RESCHEDULED" } });
  await database.db.booking.create({ data: { ...scene.visit, id: uuidv7(), status: "CONFIRMED", startsAt: new Date(START + 48 * HOUR_MS), endsAt: new Date(START + 49 * HOUR_MS), blockedFrom: new Date(START + 48 * HOUR_MS), blockedTo: new Date(START + 49 * HOUR_MS) } });
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 1440 });
  expect(await scene.messages()).toEqual([]);
});

test("a lost calendar connection is announced once per failure, and not when it is mended by then", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports });
  const id = uuidv7();
  await database.db.calendarConnection.create({ data: { id, providerId: scene.built.providerId, status: "RECONNECT_NEEDED", accountEmail: "dr@gmail.example", accountSubject: id, scopes: [], lastErrorAt: new Date(NOW), connectedAt: new Date(NOW) } });
  await announceReconnect(scene.app, id);
  await announceReconnect(scene.app, id);
  await scene.sendAll();
  expect(emails).toMatchObject([{ subject: "Please connect your Google Calendar again", calendarInvite: null }]);
  await database.db.calendarConnection.update({ where: { id }, data: { lastErrorAt: new Date(NOW + 1) } });
  await announceReconnect(scene.app, id);
  await database.db.calendarConnection.update({ where: { id }, data: { status: "ACTIVE" } });
  await scene.sendAll();
  expect((await scene.messages()).map(({ state }) => state)).toEqual(["SENT", "SKIPPED"]);
});

test("whoever ends reminders of a visit by its link gets none, not even one already planned", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: START - 2 * HOUR_MS, ports, visit: { ...booked, channels: ["EMAIL"] } });
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 120 });
  const bearer = actingAs(scene.app, { kind: "link", linkId: scene.visit.id, seriesId: scene.visit.seriesId });
  expect(await setMessageWishes(bearer, { reminders: "NONE", language: "de" })).toMatchObject({ reminders: "NONE", language: "de" });
  await scene.sendAll();
  expect(emails).toEqual([]);
  expect(await scene.messages()).toMatchObject([{ state: "SKIPPED", failure: "The person wants no reminders." }]);
  await expect(setMessageWishes(actingAs(scene.app, { kind: "guest", id: "x" }), { reminders: null })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("a reminder by e-mail can be ended with one click; a confirmation cannot", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: START - 2 * HOUR_MS, ports, visit: { ...booked, channels: ["EMAIL"] } });
  await remind(scene.app, { seriesId: scene.visit.seriesId, minutesBefore: 120 });
  await scene.planOne("EMAIL", "booking-confirmed");
  await scene.sendAll();
  expect(emails.map(({ unsubscribeUrl }) => unsubscribeUrl)).toEqual([expect.stringMatching(`^${scene.manageUrl}/unsubscribe\\?mail=[\\w.-]+$`), null]);
  for (const part of [emails[0]?.html, emails[0]?.text]) expect(part).toContain(emails[0]?.unsubscribeUrl);
});
