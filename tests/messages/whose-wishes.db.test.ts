import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { endReminders } from "@/application/messages/end-reminders";
import { getMessageWishes, setMessageWishes } from "@/application/messages/message-wishes";
import { getOwnWishes, setOwnWishes } from "@/application/messages/own-wishes";
import { remind } from "@/application/messages/remind";
import { recordConsent } from "@/application/messages/text-consent";
import { actingAs, type AppContext } from "@/application/shared/context";
import { bookVisit, GUEST, personActor } from "@tests/support/booking-requests";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.UTC(2026, 10, 23, 8);
const EMAIL = "ada@example.test";
const own = "2026-11-25T10:00:00.000Z";
const strangers = "2026-11-25T14:00:00.000Z";

/** One guest, and a stranger who books with all their details: the same record, two visits. */
async function twoUnderOneName(email = EMAIL) {
  const { ports } = recordingPorts();
  const built = await buildProvider(database.db, { service: { reminderMinutes: [120] } });
  const app = testContext(database, { actor: GUEST, now: NOW, ports });
  const [mine, theirs] = [await series(await bookVisit(app, built, own)), await series(await bookVisit(app, built, strangers))];
  expect(mine.patientId).toBe(theirs.patientId);
  await database.db.patient.update({ where: { id: mine.patientId ?? "" }, data: { email } });
  return { app, built, mine, theirs };
}
const series = ({ reference }: { reference: string }) => database.db.booking.findFirstOrThrow({ where: { reference } });
const bearer = (app: AppContext, { seriesId }: { seriesId: string }) => actingAs(app, { kind: "link", linkId: uuidv7(), seriesId });
const system = (app: AppContext, now = NOW): AppContext => ({ ...actingAs(app, { kind: "system", job: "test" }), clock: { now: () => now } });

/** To which addresses reminders of a visit are planned two hours before it. */
async function reminded(app: AppContext, { id, seriesId, startsAt }: { id: string; seriesId: string; startsAt: Date }): Promise<string[]> {
  await remind(system(app, startsAt.getTime() - 2 * 3_600_000), { seriesId, minutesBefore: 120 });
  return (await database.db.message.findMany({ where: { bookingId: id, template: "reminder-120" }, orderBy: { channel: "asc" } })).map(({ address }) => address);
}

async function owner(app: AppContext, email: string, isVerified = true) {
  const user = await database.db.user.create({ data: { id: uuidv7(), email, ...(isVerified && { emailVerified: new Date(NOW) }) } });
  return actingAs(app, personActor(user.id, email));
}

test("a stranger's wishes hold for the stranger's visit alone, and show nothing of the other's", async () => {
  const { app, mine, theirs } = await twoUnderOneName();
  const before = await database.db.patient.findUniqueOrThrow({ where: { id: mine.patientId ?? "" } });
  await setMessageWishes(bearer(app, mine), { reminders: "SMS", language: "fr" });
  expect(await getMessageWishes(bearer(app, theirs))).toMatchObject({ reminders: null, language: "en" });
  await setMessageWishes(bearer(app, theirs), { reminders: "NONE", language: "de" });
  expect(await getMessageWishes(bearer(app, mine))).toMatchObject({ reminders: "SMS", language: "fr" });
  expect(await reminded(app, theirs)).toEqual([]);
  expect(await reminded(app, mine)).toEqual(["+442079460123"]);
  expect(await database.db.patient.findUniqueOrThrow({ where: { id: mine.patientId ?? "" } })).toEqual(before);
});

test("booking with a guest's details leaves their record as it is", async () => {
  const { app, built, mine } = await twoUnderOneName();
  const before = await database.db.patient.update({ where: { id: mine.patientId ?? "" }, data: { email: EMAIL, language: "fr", timeZone: "Europe/Paris" } });
  await bookVisit(app, built, "2026-11-25T15:00:00.000Z");
  expect(await database.db.patient.findMany({ where: { providerId: built.providerId } })).toEqual([before]);
});

test("what was chosen for a visit follows it when it moves", async () => {
  const { app, mine } = await twoUnderOneName();
  await setMessageWishes(bearer(app, mine), { reminders: "EMAIL" });
  await rescheduleBooking(bearer(app, mine), { reference: mine.reference, startsAt: "2026-11-26T10:00:00.000Z" });
  expect(await getMessageWishes(bearer(app, mine))).toMatchObject({ reminders: "EMAIL" });
});

test("one click in a mail that reached the address ends all reminders to it, at that provider; a link's word does not bring them back", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: Date.parse("2030-01-07T07:00:00Z"), ports, visit: { createdAt: new Date(NOW), reminderMinutes: [120], channels: ["EMAIL"] } });
  const { app, visit, patient } = scene;
  await remind(app, { seriesId: visit.seriesId, minutesBefore: 120 });
  await scene.sendAll();
  const proof = new URL(emails[0]?.unsubscribeUrl ?? "").searchParams.get("mail");
  const other = await buildMessageScene(database, { now: app.clock.now(), visit: { createdAt: new Date(NOW), reminderMinutes: [120], channels: ["EMAIL"] } });
  // Another visit's link with this mail's proof ends that visit's reminders and nothing of the address.
  expect(await endReminders(bearer(other.app, other.visit), proof)).toEqual({ of: "visit" });
  expect(await database.db.reminderStop.count()).toBe(0);
  expect(await endReminders(bearer(app, visit), proof)).toEqual({ of: "address" });
  expect(await endReminders(bearer(app, visit), proof)).toEqual({ of: "address" });
  expect(await database.db.reminderStop.findMany()).toMatchObject([{ providerId: scene.built.providerId, address: patient.email, isStopped: true, source: "one-click" }]);
  await setMessageWishes(bearer(app, visit), { reminders: "EMAIL" });
  await database.db.message.deleteMany({ where: { bookingId: visit.id } });
  expect(await reminded(app, visit)).toEqual([]);
  await expect(endReminders(actingAs(app, GUEST), proof)).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("by its link alone, without the mail, reminders end for that visit and no other", async () => {
  const { app, mine, theirs } = await twoUnderOneName();
  expect(await endReminders(bearer(app, theirs), "forged")).toEqual({ of: "visit" });
  expect(await reminded(app, theirs)).toEqual([]);
  expect(await reminded(app, mine)).not.toEqual([]);
});

test("who has proved the address chooses for all visits under it, and takes reminders up again", async () => {
  const email = "ada.owner@example.test";
  const { app, mine, theirs } = await twoUnderOneName(email);
  const unproved = await owner(app, "nobody@example.test", false);
  await setOwnWishes(unproved, { reminders: "NONE" });
  const ada = await owner(app, email);
  await setMessageWishes(bearer(app, theirs), { reminders: "SMS", language: "de" });
  expect(await setOwnWishes(ada, { reminders: "NONE", language: "es" })).toMatchObject({ reminders: "NONE", language: "es" });
  await setMessageWishes(bearer(app, theirs), { reminders: "EMAIL" });
  expect([await reminded(app, mine), await reminded(app, theirs)]).toEqual([[], []]);
  expect((await database.db.booking.findMany({ where: { patientId: mine.patientId } })).map(({ language }) => language)).toEqual(["es", "es"]);
  expect(await setOwnWishes(ada, { reminders: "EMAIL" })).toMatchObject({ reminders: "EMAIL" });
  expect([await reminded(app, mine), await reminded(app, theirs)]).toEqual([[email], [email]]);
  await expect(getOwnWishes(actingAs(app, GUEST))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("whoever told a number of ours STOP gets no text, whatever is chosen for the visit or for all", async () => {
  const { ports, texts } = recordingPorts();
  const scene = await buildMessageScene(database, { now: Date.parse("2030-01-07T07:00:00Z"), ports, visit: { createdAt: new Date(NOW), reminderMinutes: [120], channels: ["SMS"] } });
  const { app, visit, patient } = scene;
  const line = { channel: "SMS" as const, ourNumber: app.ports.sms?.sender ?? "", address: patient.phone ?? "" };
  await database.db.$transaction((tx) => recordConsent(tx, line, { isOptedOut: true, source: "reply" }, NOW));
  await setMessageWishes(bearer(app, visit), { reminders: "SMS" });
  const ada = await owner(app, patient.email ?? "");
  await setOwnWishes(ada, { reminders: "SMS" });
  await remind(app, { seriesId: visit.seriesId, minutesBefore: 120 });
  await scene.sendAll();
  expect(texts).toEqual([]);
});
