import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getBooking } from "@/application/booking/get-booking";
import { listMessages } from "@/application/messages/list-messages";
import { recordDelivery } from "@/application/messages/record-delivery";
import { resendMessage } from "@/application/messages/resend-message";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import { bookingReference } from "@/domain/booking/booking-reference";
import { deskActor, personActor, providerActor } from "@tests/support/booking-requests";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

const START = Date.parse("2026-11-24T10:00:00Z");
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

async function sent() {
  const { ports, texts, emails } = recordingPorts();
  let now = START - 5 * 86_400_000;
  const scene = await buildMessageScene(database, { ports, now: () => now, visit: { startsAt: new Date(START), reference: bookingReference(randomBytes(16)) } });
  const desk = actingAs(scene.app, deskActor(scene.built, uuidv7()));
  const report = (messageId: string, event: string, kind: "SENT" | "DELIVERED" | "READ" | "FAILED" | null, reader?: "read" | "opened" | "clicked", at = 1_000) => {
    now += at;
    return recordDelivery(scene.app, { vendor: "sendgrid", eventId: `${messageId}:${event}`, body: { event }, messageId, vendorId: `v-${messageId}`, report: kind, reader, failureCode: event });
  };
  return { ...scene, texts, emails, desk, report, pass: (ms: number) => (now += ms) };
}
const everything = { show: "all", limit: 50 } as const;
const again = (messageId: string) => ({ messageId, key: uuidv7() });

test("a message's whole story is kept whatever the order of the news, and shown in the log and at the booking", async () => {
  const { desk, planOne, app, report, visit, pass } = await sent();
  const { id } = await planOne("EMAIL");
  await sendMessage(app, { messageId: id });
  // The click is told before the opening, and both before the delivery; each twice.
  for (const [event, kind, reader] of [["click", "READ", "clicked"], ["open", "READ", "opened"], ["delivered", "DELIVERED", undefined], ["click", "READ", "clicked"], ["open", "READ", "opened"]] as const) await report(id, event, kind, reader);
  pass(60_000);
  const { items } = await listMessages(desk, everything);
  expect(items).toMatchObject([{ id, title: "Confirmation", state: "READ", reference: visit.reference, again: "resend" }]);
  expect(items[0]?.steps.map(({ kind }) => kind)).toEqual(["queued", "sent", "delivered", "clicked", "opened"]);
  const { timeline } = await getBooking(desk, { reference: visit.reference });
  expect(timeline.find(({ kind }) => kind === "message")).toMatchObject({ sentence: "Confirmation: E-mail to the patient was read.", steps: items[0]?.steps, failure: null });
});

test("the log finds by name, address and reference, what did not arrive and what waits, page by page", async () => {
  const { desk, planOne, app, report, patient, visit, built } = await sent();
  const failed = await planOne("EMAIL");
  await sendMessage(app, { messageId: failed.id });
  await report(failed.id, "bounce", "FAILED");
  const waiting = await planOne("SMS");
  const ids = async (input: object) => (await listMessages(desk, { ...everything, ...input })).items.map(({ id }) => id);
  expect(await ids({ show: "problems" })).toEqual([failed.id]);
  expect(await ids({ show: "waiting", providerId: built.providerId })).toEqual([waiting.id]);
  for (const query of [patient.name.toUpperCase(), visit.reference]) expect((await ids({ query })).sort()).toEqual([failed.id, waiting.id].sort());
  expect(await ids({ query: (patient.phone ?? "").slice(-7) })).toEqual([waiting.id]);
  expect(await ids({ query: "%" })).toEqual([]);
  const first = await listMessages(desk, { ...everything, limit: 1 });
  const rest = await listMessages(desk, { ...everything, limit: 1, cursor: first.nextCursor ?? "" });
  expect([first.items[0]?.id, rest.items[0]?.id, rest.nextCursor]).toEqual([waiting.id, failed.id, null]);
  expect((await listMessages(desk, { ...everything, show: "problems" })).items).toMatchObject([{ failure: "The mail server refused the message.", steps: [{ kind: "queued" }, { kind: "sent" }, { kind: "failed" }] }]);
});

test("sending again makes one new message per key, only while it is true and of use; what waits is tried now", async () => {
  const { desk, planOne, app, report, emails, messages, pass } = await sent();
  const { id } = await planOne("EMAIL");
  await sendMessage(app, { messageId: id });
  await report(id, "bounce", "FAILED");
  const once = again(id);
  const copies = await Promise.all(Array.from({ length: 4 }, () => resendMessage(desk, once)));
  expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
  const copy = copies[0]?.messageId ?? "";
  expect(copy).not.toBe(id);
  expect(await resendMessage(desk, again(copy))).toEqual({ messageId: copy });
  await sendMessage(app, { messageId: copy });
  expect(emails).toHaveLength(2);
  expect(await messages()).toHaveLength(2);
  const actions = await database.db.auditEntry.findMany({ where: { subjectId: copy }, orderBy: { id: "asc" }, select: { action: true } });
  expect(actions.map(({ action }) => action)).toEqual(["message.resend", "message.retry"]);
  pass(6 * 86_400_000);
  await expect(resendMessage(desk, again(id))).rejects.toMatchObject({ code: "POLICY_REFUSED", details: { message: "Nothing was sent. The appointment has already begun." } });
});

test("what is sent again to a provider goes to the address they have now", async () => {
  const { desk, planOne, app, built, emails } = await sent();
  const { id } = await planOne("EMAIL", "provider-booking-confirmed");
  await database.db.message.update({ where: { id }, data: { recipient: "PROVIDER", state: "FAILED", address: "left@old.example" } });
  await database.db.provider.update({ where: { id: built.providerId }, data: { email: "present@new.example" } });
  const { messageId } = await resendMessage(desk, again(id));
  await sendMessage(app, { messageId });
  expect(emails).toMatchObject([{ to: "present@new.example" }]);
});

test("what is sent again long after carries a new link; what went unsent until the link ran out says so", async () => {
  const { desk, planOne, app, emails, texts, visit, pass } = await sent();
  const { db } = database;
  await db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  const [told, waiting] = [await planOne("EMAIL", "booking-cancelled"), await planOne("SMS", "booking-cancelled")];
  await sendMessage(app, { messageId: told.id });
  pass(60 * 86_400_000);
  await sendMessage(app, { messageId: waiting.id });
  expect(await db.message.findUnique({ where: { id: waiting.id } })).toMatchObject({ state: "SKIPPED", failure: "The patient's link has run out. Sent again, it carries a new one." });
  for (const { id } of [told, waiting]) {
    const { messageId } = await resendMessage(desk, again(id));
    await sendMessage(app, { messageId });
    expect(await db.message.findUnique({ where: { id: messageId } })).toMatchObject({ state: "SENT" });
  }
  expect([emails.length, texts.length]).toEqual([2, 1]);
  const [old, fresh] = await db.bookingLink.findMany({ where: { seriesId: visit.seriesId }, orderBy: { id: "asc" } });
  expect(old?.expiresAt.getTime()).toBeLessThan(app.clock.now());
  expect(fresh?.expiresAt.getTime()).toBe(app.clock.now() + 14 * 86_400_000);

  // One that still waits is tried now, also with a link that has run out.
  const late = await planOne("EMAIL", "booking-cancelled");
  pass(60 * 86_400_000);
  expect(await resendMessage(desk, again(late.id))).toEqual({ messageId: late.id });
  await sendMessage(app, { messageId: late.id });
  expect(await db.message.findUnique({ where: { id: late.id } })).toMatchObject({ state: "SENT" });
});

test("nobody of another clinic sees or sends, and nobody writes to somebody who said STOP", async () => {
  const { planOne, app, built, texts, desk, patient, pass } = await sent();
  const { id } = await planOne("SMS");
  const other = await sent();
  for (const stranger of [other.desk, actingAs(app, providerActor(other.built)), actingAs(app, personActor(uuidv7()))]) await expect(resendMessage(stranger, again(id))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(listMessages(other.desk, { ...everything, providerId: built.providerId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await sendMessage(app, { messageId: id });
  await database.db.textConsent.create({ data: { id: uuidv7(), channel: "SMS", ourNumber: app.ports.sms?.sender ?? "", address: patient.phone ?? "", isOptedOut: true, source: "reply", at: new Date(app.clock.now()) } });
  pass(1_000);
  const { messageId } = await resendMessage(desk, again(id));
  await sendMessage(app, { messageId });
  expect(texts).toHaveLength(1);
  expect((await listMessages(desk, everything)).items[0]).toMatchObject({ id: messageId, state: "SKIPPED", failure: expect.stringContaining("STOP") });
});
