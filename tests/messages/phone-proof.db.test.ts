import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { setMessageWishes } from "@/application/messages/message-wishes";
import { FRONT_DESK } from "@/application/phones/ask-for-number";
import { getPhoneCheck, provePhone } from "@/application/phones/phone-check";
import { noteProof } from "@/application/phones/phone-proof";
import { sendPhoneCode } from "@/application/phones/send-phone-code";
import { sendMessage } from "@/application/messages/send-message";
import { inTransaction } from "@/application/shared/transaction";
import { personActor } from "@tests/support/booking-requests";
import { eventually } from "@tests/support/eventually";
import { DAY, openPhones, slot } from "./open-phones";
import { codeIn, MOST_CODES } from "./phone-scene";

const { database, clock, clinic, newPhone, newEmail, guest, scene, asked } = await openPhones();

test("who wants reminders by text later is asked for the number then, once; what a guest's record says stays untold", async () => {
  const all = scene();
  const booked = await all.book(clinic.built, { startsAt: slot(0), actor: guest("later"), phone: newPhone(), email: "later@example.test", channels: ["EMAIL"] });
  await database.db.patient.updateMany({ where: { email: "later@example.test" }, data: { reminderChoice: "SMS" } });
  expect(await getPhoneCheck(booked.byLink)).toMatchObject({ status: "none" });
  for (const reminders of ["SMS", "WHATSAPP"] as const) {
    await setMessageWishes(booked.byLink, { reminders });
    await all.work();
  }
  expect(all.texts).toHaveLength(1);
  expect(await getPhoneCheck(booked.byLink)).toMatchObject({ status: "sent" });
  expect(await provePhone(booked.byLink, { code: codeIn(all.texts[0]?.body) })).toMatchObject({ status: "proven" });
});

test("who chose texts for the reminders of all their visits is asked for the number of the next one", async () => {
  const all = scene();
  const phone = newPhone();
  const { id: userId } = await database.db.user.create({ data: { email: `all-${phone}@example.test` } });
  const own = { actor: personActor(userId), phone, email: "all@example.test", channels: ["EMAIL" as const] };
  const first = await all.book(clinic.built, { ...own, startsAt: slot(0) });
  expect(await getPhoneCheck(first.byLink)).toMatchObject({ status: "none" });
  await database.db.patient.updateMany({ where: { userId }, data: { reminderChoice: "SMS" } });
  const next = await all.book(clinic.built, { ...own, startsAt: slot(2) });
  expect(await getPhoneCheck(next.byLink)).toMatchObject({ status: "sending" });
});

test("what a proof lets go is as young as the proof, however long it was kept back", async () => {
  const { id, phone, byLink, code } = await asked();
  const text = { bookingId: id, channel: "SMS" as const, address: phone, state: "SKIPPED" as const };
  await database.db.message.updateMany({ where: text, data: { createdAt: new Date(clock.now - 2 * DAY) } });
  await provePhone(byLink, { code });
  expect(await database.db.message.findFirst({ where: { ...text, state: "QUEUED" } })).toMatchObject({ heldUntil: new Date(clock.now) });
});

test("a text that is taken for sending while its number is being proven is sent", async () => {
  const { id, seriesId, phone, system, texts } = await asked();
  const kept = await database.db.message.findFirstOrThrow({ where: { bookingId: id, address: phone, state: "SKIPPED" } });
  const sending = await inTransaction(system, async (tx) => {
    await noteProof(tx, { seriesId, phone, source: "code" }, clock.now);
    // Planned by another worker after what was kept back was let go.
    const late = await database.db.message.create({ data: { ...kept, id: uuidv7(), state: "QUEUED", failure: null, dedupeKey: `late:${id}` } });
    const done = sendMessage(system, { messageId: late.id });
    await eventually("the proof to be waited for", async () => (await database.pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount === 1);
    return { done };
  });
  await sending.done;
  expect(await database.db.message.findUnique({ where: { dedupeKey: `late:${id}` } })).toMatchObject({ state: "SENT" });
  expect(texts).toHaveLength(2);
});

test.each([["somebody-at-one-address", "requester"], [FRONT_DESK, "sent"]])("after ten codes within the hour: %s → %s", async (requestedBy, outcome) => {
  const all = scene();
  const phone = newPhone();
  const { seriesId } = await all.book(clinic.built, { startsAt: slot(0), actor: guest(requestedBy), phone, email: newEmail() });
  await database.db.phoneCode.createMany({ data: Array.from({ length: MOST_CODES }, () => ({ id: uuidv7(), purpose: "visit", phone: newPhone(), requestedBy, requestedAt: new Date(clock.now), outcome: "sent" })) });
  const { id } = await database.db.phoneCode.findFirstOrThrow({ where: { seriesId } });
  await database.db.phoneCode.update({ where: { id }, data: { requestedBy } });
  await sendPhoneCode(all.system, { codeId: id });
  expect(await database.db.phoneCode.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome });
});
