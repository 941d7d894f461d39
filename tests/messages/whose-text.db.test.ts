import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receiveText } from "@/application/messages/receive-text";
import { loadTexter } from "@/application/messages/load-texter";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene, type MessageScene } from "./message-scene";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.parse("2030-01-02T09:00:00Z");
const OURS = "+15005550006";
let numbers = 0;

/** Two clinics with a visit each under one number, at which somebody reads texts on the same line. */
async function twoClinics() {
  numbers += 1;
  const phone = `+49155000${String(numbers).padStart(5, "0")}`;
  const line = { channel: "SMS" as const, ourNumber: OURS, address: phone };
  const at = (days: number) => new Date(NOW + days * 86_400_000);
  const first = await buildMessageScene(database, { now: NOW, phone, visit: { startsAt: at(2), language: "de" } });
  const second = await buildMessageScene(database, { now: NOW, phone, visit: { startsAt: at(3), language: "en" } });
  /** A text of a clinic that left so many minutes after now. */
  const wrote = async (scene: MessageScene, template: string, minutes: number) => {
    const { id } = await scene.planOne("SMS", template);
    const when = new Date(NOW + minutes * 60_000);
    await database.db.message.update({ where: { id }, data: { state: "SENT", createdAt: when, sentAt: when } });
    return id;
  };
  const texter = () => loadTexter(database.db, line, NOW + 3_600_000);
  return { first, second, line, wrote, texter };
}

test("what no rule answers goes to whoever wrote to the number last, whoever else has a visit under it", async () => {
  const { first, second, wrote, texter } = await twoClinics();
  await database.db.booking.update({ where: { id: second.visit.id }, data: { status: "CANCELLED" } });
  expect(await texter()).toMatchObject({ providerId: first.built.providerId });
  await wrote(second, "staff-reply", 1);
  expect(await texter()).toMatchObject({ providerId: second.built.providerId });
  await wrote(first, "reminder-120", 2);
  expect(await texter()).toMatchObject({ providerId: first.built.providerId });
});

test("an answer is in the language of the visit last written about", async () => {
  const { second, wrote, texter } = await twoClinics();
  expect(await texter()).toMatchObject({ language: "de" });
  await wrote(second, "reminder-120", 1);
  expect(await texter()).toMatchObject({ language: "en" });
});

test("a question is void once something about another visit was written", async () => {
  const { first, second, line, wrote, texter } = await twoClinics();
  const messageId = await wrote(first, "reply-ask-cancel", 1);
  await database.db.textQuestion.create({ data: { id: uuidv7(), ...line, messageId, kind: "cancel-sure", command: "cancel", bookingIds: [first.visit.id], expiresAt: new Date(NOW + 7_200_000) } });
  await wrote(first, "reminder-120", 2);
  expect((await texter()).question).toMatchObject({ bookingIds: [first.visit.id] });
  await wrote(second, "reminder-120", 3);
  expect((await texter()).question).toBeNull();
});

test.each([
  ["as it is dialled", "+525512345678", "+5215512345678", "+525512345678"],
  ["as WhatsApp has it", "+5215587654321", "+5215587654321", "+5215587654321"],
  ["with the 9 that WhatsApp lacks", "+5511987654321", "+551187654321", "+5511987654321"],
])("a text by WhatsApp is of the patient whose number is kept %s", async (_, phone, from, kept) => {
  const { app, visit } = await buildMessageScene(database, { now: NOW, phone, visit: { startsAt: new Date(NOW + 172_800_000) } });
  const text = { body: "C", button: null, optOutType: null, ourNumber: OURS, address: from };
  await receiveText(app, { ...text, channel: "WHATSAPP", vendorId: `SM${phone}` });
  await receiveText(app, { ...text, channel: "SMS", vendorId: `SM${phone}-sms` });
  const inbound = await database.db.inboundMessage.findUniqueOrThrow({ where: { vendorId: `SM${phone}` } });
  expect(inbound.address).toBe(kept);
  expect((await loadTexter(database.db, inbound, NOW)).visits.map(({ id }) => id)).toEqual([visit.id]);
  expect(await database.db.inboundMessage.findUniqueOrThrow({ where: { vendorId: `SM${phone}-sms` } })).toMatchObject({ address: from });
});
