import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getBookingByLink } from "@/application/booking/get-booking-by-link";
import type { Actor } from "@/application/shared/actor";
import { GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { getOwnVisit, getVisitByLink } from "./get-visit";
import { keepBehindDoor } from "./keep-behind-door";

const URL = "https://meet.google.com/abc-defg-hij";
// Monday 7 January 2030, 10:00 in Berlin.
const STARTS_AT = Date.UTC(2030, 0, 7, 9);
const MINUTE = 60_000;
let database: TestDatabase;
let built: BuiltProvider;
let now: number;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());
beforeEach(async () => {
  built = await buildProvider(database.db);
  now = STARTS_AT - 10 * MINUTE;
});

const as = (actor: Actor) => testContext(database, { actor, now: () => now });
const bearer = (seriesId: string) => as({ kind: "link", linkId: "l", seriesId });
async function readyVisit(overrides: Parameters<typeof buildVisit>[2] = {}) {
  const visit = await buildVisit(database.db, built, overrides);
  await database.db.meetLink.create({ data: { seriesId: visit.seriesId, state: "READY", source: "CALENDAR", url: URL } });
  return visit;
}

test("the link is kept until the door opens, ten minutes before the start", async () => {
  const { seriesId } = await readyVisit();
  now -= 1;
  const early = await getVisitByLink(bearer(seriesId));
  expect(early).toMatchObject({ door: "early", link: "ready", url: null, localStart: "2030-01-07T10:00", localOpensAt: "2030-01-07T09:50", opensAt: "2030-01-07T08:50:00.000Z", movedFrom: null });
  expect(JSON.stringify(early)).not.toContain("meet.google.com");
  const booking = await getBookingByLink(bearer(seriesId));
  expect(JSON.stringify(keepBehindDoor(booking, now))).not.toContain("meet.google.com");
  now += 1;
  expect(await getVisitByLink(bearer(seriesId))).toMatchObject({ door: "open", url: URL });
  expect(keepBehindDoor(await getBookingByLink(bearer(seriesId)), now).meet).toEqual({ status: "ready", url: URL });
});

test.each([["PENDING", "pending"], ["FAILED", "failed"]] as const)("an open door says honestly that the link is %s", async (state, link) => {
  const { seriesId } = await buildVisit(database.db, built);
  await database.db.meetLink.create({ data: { seriesId, state, source: "CALENDAR", lastError: "Google could not make a Meet link." } });
  const seen = await getVisitByLink(bearer(seriesId));
  expect(seen).toMatchObject({ door: "open", link, url: null });
  expect(JSON.stringify(seen)).not.toContain("Google could");
});

test("a cancelled visit and one long over show no link, a moved one says from where", async () => {
  const cancelled = await readyVisit({ status: "CANCELLED" });
  expect(await getVisitByLink(bearer(cancelled.seriesId))).toMatchObject({ door: "off", url: null });
  const standing = await readyVisit();
  now = STARTS_AT + 61 * MINUTE;
  expect(await getVisitByLink(bearer(standing.seriesId))).toMatchObject({ door: "over", url: null });
  const before = new Date(STARTS_AT - 24 * 60 * MINUTE);
  await buildVisit(database.db, built, { seriesId: standing.seriesId, status: "RESCHEDULED", startsAt: before });
  expect(await getVisitByLink(bearer(standing.seriesId))).toMatchObject({ localStart: "2030-01-07T10:00", movedFrom: "2030-01-06T10:00" });
});

test("the signed-in patient and their clinic come in, nobody else", async () => {
  const { reference, patientId } = await readyVisit({ reference: "VSTR-2345" });
  const user = await database.db.user.create({ data: { email: `${reference}@example.test`, emailVerified: new Date() } });
  await database.db.patient.update({ where: { id: patientId ?? "" }, data: { userId: user.id } });
  expect(await getOwnVisit(as(personActor(user.id)), { reference })).toMatchObject({ door: "open", url: URL });
  expect(await getOwnVisit(as(providerActor(built)), { reference })).toMatchObject({ url: URL });
  const stranger = await database.db.user.create({ data: { email: `other-${reference}@example.test`, emailVerified: new Date() } });
  await expect(getOwnVisit(as(personActor(stranger.id)), { reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getOwnVisit(as(providerActor(await buildProvider(database.db))), { reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getVisitByLink(as(GUEST))).rejects.toMatchObject({ code: "LINK_INVALID" });
});
