import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { getBooking } from "@/application/booking/get-booking";
import { allowMail } from "@/application/mail-refusals/allow-mail";
import { correctMailAddress } from "@/application/mail-refusals/correct-mail-address";
import { liftMailRefusal } from "@/application/mail-refusals/lift-mail-refusal";
import { listMailRefusals } from "@/application/mail-refusals/list-mail-refusals";
import { markMailRefusal } from "@/application/mail-refusals/mark-mail-refusal";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import { bookingReference } from "@/domain/booking/booking-reference";
import { deskActor, personActor, providerActor, SYSTEM } from "@tests/support/booking-requests";
import { buildVisit } from "@tests/support/builders/build-visit";
import { buildMessageScene } from "./message-scene";
import { startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

let vendors: VendorWebhooks;
beforeAll(async () => {
  vendors = await startVendorWebhooks();
});
afterAll(() => vendors.close());

const NOTHING_MORE = expect.stringContaining("Nothing more is sent to it");

async function writingTo(email: string) {
  const scene = await buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000), reference: bookingReference(randomBytes(16)) } });
  await vendors.database.db.patient.update({ where: { id: scene.patient.id }, data: { email } });
  const desk = actingAs(scene.app, deskActor(scene.built, uuidv7()));
  const stateOf = async (id: string) => vendors.database.db.message.findUniqueOrThrow({ where: { id } });
  /** Plans a mail to the patient's present address and sends it. */
  async function mails(): Promise<string> {
    const { email: address } = await vendors.database.db.patient.findUniqueOrThrow({ where: { id: scene.patient.id } });
    const { id } = await scene.planOne("EMAIL");
    await vendors.database.db.message.update({ where: { id }, data: { address: address ?? "" } });
    await sendMessage(scene.app, { messageId: id });
    return id;
  }
  const comesTo = (id: string, state: string) => eventually(state, async () => (await stateOf(id)).state === state && stateOf(id));
  const refusals = async (show: "open" | "all" = "open") => listMailRefusals(desk, { show });
  const inbox = async (to: string) => (await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(to)}`)).body.messages as { id: string }[];
  const refused = () => eventually("the refusal", async () => (await refusals()).items[0]);
  return { ...scene, desk, mails, comesTo, refusals, refused, inbox, stateOf };
}

test("a mail that came back after it was taken, told without its id and beside other news, has failed and its address is refused", async () => {
  const { mails, comesTo, refused, inbox, patient } = await writingTo(`${uuidv7()}@back.example`);
  const id = await mails();
  await comesTo(id, "DELIVERED");
  const [mail] = await inbox((await vendors.database.db.patient.findUniqueOrThrow({ where: { id: patient.id } })).email ?? "");
  await vendors.sandbox.call("POST", `/_sandbox/messages/${mail?.id}/come-back`);
  expect(await comesTo(id, "FAILED")).toMatchObject({ failure: "The mail server refused the message." });
  expect(await refused()).toMatchObject({ reason: "bounced", patients: [patient.name] });
});

test("after a hard bounce nothing more is sent to the address, the message says why, and the clinic has something to do, done and undone", async () => {
  const { mails, comesTo, refusals, refused, inbox, stateOf, desk, patient, visit } = await writingTo(`bounce@${uuidv7()}.example`);
  const first = await mails();
  await comesTo(first, "FAILED");
  const task = await refused();
  expect(task).toMatchObject({ reason: "bounced", patients: [patient.name], reference: visit.reference, isDone: false, isLifted: false });
  const second = await mails();
  expect(await stateOf(second)).toMatchObject({ state: "SKIPPED", failure: NOTHING_MORE });
  expect(await inbox(task.address)).toHaveLength(1);

  const refusalId = task.id;
  expect(await markMailRefusal(desk, { refusalId, isDone: true })).toEqual({ isDone: true });
  expect(await refusals()).toEqual({ items: [], open: 0 });
  await markMailRefusal(desk, { refusalId, isDone: true });
  await markMailRefusal(desk, { refusalId, isDone: false });
  expect((await refusals()).open).toBe(1);
  const entries = await vendors.database.db.auditEntry.findMany({ where: { subjectId: refusalId }, orderBy: { id: "asc" }, select: { action: true } });
  expect(entries.map(({ action }) => action)).toEqual(["mail-refusal.note", "mail-refusal.done", "mail-refusal.undone"]);
});

test("what is done without another address stays off and in sight, and is a task again with the next visit, not with more news of this one", async () => {
  const { mails, comesTo, refusals, refused, desk, built, visit, patient, stateOf, inbox } = await writingTo(`bounce@${uuidv7()}.example`);
  const { db } = vendors.database;
  const panel = async () => (await getBooking(desk, { reference: visit.reference })).refusedMail;
  await comesTo(await mails(), "FAILED");
  const { id: refusalId, address } = await refused();
  expect(await panel()).toEqual({ reason: "bounced", isDone: false });
  await markMailRefusal(desk, { refusalId, isDone: true });
  expect((await stateOf(await mails())).state).toBe("SKIPPED");
  expect((await refusals()).open).toBe(0);
  expect(await panel()).toEqual({ reason: "bounced", isDone: true });

  const next = await buildVisit(db, built, { startsAt: new Date(Date.now() + 5 * 86_400_000), createdAt: new Date(Date.now() + 1_000), patientId: patient.id });
  const news = await db.message.create({ data: { id: uuidv7(), bookingId: next.id, providerId: built.providerId, recipient: "PATIENT", channel: "EMAIL", address, template: "booking-confirmed", dedupeKey: uuidv7(), createdAt: new Date() } });
  await sendMessage(actingAs(desk, SYSTEM), { messageId: news.id });
  expect(await stateOf(news.id)).toMatchObject({ state: "SKIPPED", failure: NOTHING_MORE });
  expect((await refusals()).items).toMatchObject([{ id: refusalId, isDone: false }]);
  expect(await inbox(address)).toHaveLength(1);
  const entries = await db.auditEntry.findMany({ where: { subjectId: refusalId }, orderBy: { id: "asc" }, select: { action: true } });
  expect(entries.map(({ action }) => action)).toEqual(["mail-refusal.note", "mail-refusal.done", "mail-refusal.reopen"]);
  await liftMailRefusal(desk, { refusalId });
  expect(await panel()).toBeNull();
});

test("a corrected address gets what was refused; the patient's mail flows again and the old address stays off", async () => {
  const { mails, comesTo, refused, refusals, desk, app, patient, stateOf, inbox } = await writingTo(`bounce@${uuidv7()}.example`);
  await comesTo(await mails(), "FAILED");
  const { id: refusalId, address } = await refused();
  await expect(correctMailAddress(desk, { refusalId, email: address })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "email" }] } });
  const email = `${uuidv7()}@mail.example`;
  const { patients, messageId } = await correctMailAddress(desk, { refusalId, email });
  expect(patients).toBe(1);
  await sendMessage(app, { messageId: messageId ?? "" });
  await comesTo(messageId ?? "", "DELIVERED");
  expect(await inbox(email)).toHaveLength(1);
  expect((await refusals()).open).toBe(0);
  expect((await stateOf(await mails())).state).toBe("SENT");
  expect(await vendors.database.db.patient.findUnique({ where: { id: patient.id } })).toMatchObject({ email });
});

test("what was not even tried since the bounce goes to the corrected address too, as far as it is true and of use", async () => {
  const { mails, comesTo, refused, desk, app, visit, built, patient, inbox } = await writingTo(`bounce@${uuidv7()}.example`);
  const { db } = vendors.database;
  await comesTo(await mails(), "FAILED");
  const { id: refusalId } = await refused();
  // Moved meanwhile: the confirmation is no longer true, the news of the new time was skipped.
  const moved = await buildVisit(db, built, { startsAt: new Date(Date.now() + 4 * 86_400_000), patientId: patient.id });
  const [news, late] = [await mails(), await mails()];
  await db.booking.update({ where: { id: visit.id }, data: { status: "RESCHEDULED" } });
  await db.booking.update({ where: { id: moved.id }, data: { seriesId: visit.seriesId } });
  await db.message.updateMany({ where: { id: { in: [news, late] } }, data: { bookingId: moved.id } });
  await db.message.update({ where: { id: late }, data: { usefulUntil: new Date(Date.now() - 1_000) } });
  const email = `${uuidv7()}@mail.example`;
  const { messageId } = await correctMailAddress(desk, { refusalId, email });
  const copies = await db.message.findMany({ where: { dedupeKey: { startsWith: `corrected:${refusalId}` } } });
  expect(copies).toMatchObject([{ id: messageId, bookingId: moved.id, address: email }]);
  await sendMessage(app, { messageId: messageId ?? "" });
  await comesTo(messageId ?? "", "DELIVERED");
  expect(await inbox(email)).toHaveLength(1);
});

test("a spam report stops mail until the clinic lifts it, here and at SendGrid; an old report repeated changes nothing", async () => {
  const address = `${uuidv7()}@mail.example`;
  const { mails, comesTo, refused, refusals, inbox, desk, app, stateOf } = await writingTo(address);
  await comesTo(await mails(), "DELIVERED");
  const [mail] = await inbox(address);
  await vendors.sandbox.call("POST", `/_sandbox/messages/${mail?.id}/spam`);
  const { id: refusalId, reason } = await refused();
  expect(reason).toBe("spam");
  expect(await stateOf(await mails())).toMatchObject({ state: "SKIPPED", failure: expect.stringContaining("spam") });

  expect(await liftMailRefusal(desk, { refusalId })).toEqual({ lifted: true });
  expect(await liftMailRefusal(desk, { refusalId })).toEqual({ lifted: false });
  for (let time = 0; time < 2; time += 1) await allowMail(app, { refusalId });
  await comesTo(await mails(), "DELIVERED");
  await vendors.database.db.webhookEvent.deleteMany();
  for (const { path, headers, body } of vendors.received.filter((post) => post.body.includes("spamreport"))) expect((await vendors.deliver({ path, headers, body })).ok).toBe(true);
  expect(await refusals()).toEqual({ items: [], open: 0 });
  expect((await refusals("all")).items).toMatchObject([{ isLifted: true, isDone: true }]);
});

test("an address that is none is refused at once; one that only blocks for now is not; another clinic sees and lifts nothing", async () => {
  const { mails, refused, refusals, stateOf, app, built } = await writingTo("nobody");
  expect((await stateOf(await mails())).state).toBe("FAILED");
  const { id: refusalId } = await refused();
  expect((await refusals()).items).toMatchObject([{ reason: "invalid", address: "nobody" }]);
  const other = await writingTo(`${uuidv7()}@mail.example`);
  expect(await other.refusals("all")).toEqual({ items: [], open: 0 });
  for (const stranger of [other.desk, actingAs(app, providerActor(other.built)), actingAs(app, personActor(uuidv7()))]) {
    for (const act of [() => liftMailRefusal(stranger, { refusalId }), () => markMailRefusal(stranger, { refusalId, isDone: true }), () => correctMailAddress(stranger, { refusalId, email: "x@mail.example" })]) await expect(act()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  }
  await expect(listMailRefusals(other.desk, { providerId: built.providerId, show: "all" })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});
