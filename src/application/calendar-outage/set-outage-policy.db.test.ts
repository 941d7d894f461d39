import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookVisit, deskActor, GUEST, providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { offlineGoogle } from "@tests/support/google/offline-google";
import { testContext } from "@tests/support/test-context";
import { getOutagePolicy } from "./get-outage-policy";
import { listWaiting } from "./list-waiting";
import { SetOutagePolicyInput } from "./outage-schemas";
import { setOutagePolicy } from "./set-outage-policy";

const NOW = Date.UTC(2026, 10, 23, 8);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

test("the policy has a default, is the provider's to set, and is audited; the desk only reads it", async () => {
  const built = await buildProvider(database.db);
  const desk = await database.db.user.create({ data: { id: uuidv7(), email: `desk-${uuidv7()}@example.test`, name: "Desk" } });
  const provider = testContext(database, { actor: providerActor(built), now: NOW });
  const atDesk = testContext(database, { actor: deskActor(built, desk.id), now: NOW });
  expect(await getOutagePolicy(provider, undefined)).toEqual({ answer: "ACCEPT_ON_LAST_KNOWN", staleMinutes: 30, asksLive: false, canEdit: true });
  await setOutagePolicy(provider, { answer: "ACCEPT_AS_PENDING", staleMinutes: 45, asksLive: true });
  expect(await getOutagePolicy(atDesk, built.providerId)).toEqual({ answer: "ACCEPT_AS_PENDING", staleMinutes: 45, asksLive: true, canEdit: false });
  await expect(setOutagePolicy(atDesk, { providerId: built.providerId, answer: "ACCEPT_AS_PENDING", staleMinutes: 60, asksLive: true })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const audits = await database.db.auditEntry.findMany({ where: { action: "calendar-outage.set-policy", subjectId: built.providerId } });
  expect(audits.map(({ before, after }) => ({ before, after }))).toEqual([{ before: { answer: "ACCEPT_ON_LAST_KNOWN", staleMinutes: 30, asksLive: false }, after: { answer: "ACCEPT_AS_PENDING", staleMinutes: 45, asksLive: true } }]);
});

test.each([9, 1_441, 30.5])("%d minutes are refused, by name and with what is allowed", (staleMinutes) => {
  const parsed = SetOutagePolicyInput.safeParse({ answer: "ACCEPT_AS_PENDING", staleMinutes, asksLive: false });
  expect(parsed.error?.issues).toEqual([expect.objectContaining({ path: ["staleMinutes"], message: expect.stringMatching(/^must be/) })]);
});

test("what waits is listed with whether the calendars answer", async () => {
  const built = await buildProvider(database.db);
  const ports = offlineGoogle();
  const staff = testContext(database, { actor: providerActor(built), now: NOW, ports });
  expect(await listWaiting(staff, undefined)).toEqual({ isUnanswered: false, needsReconnect: false, requests: [] });
  await buildCalendarConnection(database.db, built.providerId, { connection: { status: "RECONNECT_NEEDED" } });
  const { reference } = await bookVisit(testContext(database, { actor: GUEST, now: NOW, ports }), built, "2026-11-24T09:00:00.000Z");
  expect(await listWaiting(staff, undefined)).toEqual({ isUnanswered: true, needsReconnect: true, requests: [{ reference, patientName: "Ada Example", localStart: "2026-11-24T10:00", wait: "waiting" }] });
});
