import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { GET } from "@/app/feeds/[file]/route";
import { findFeed } from "@/application/feeds/find-feed";
import { renewFeed } from "@/application/feeds/renew-feed";
import { revokeFeed } from "@/application/feeds/revoke-feed";
import { setFeedTitles } from "@/application/feeds/set-feed-titles";
import type { Actor } from "@/application/shared/actor";
import { hashToken } from "@/platform/crypto";
import { getContainer } from "@/server/container";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { startIn } from "@tests/support/start-in";

let database: TestDatabase;
let built: BuiltProvider;
beforeAll(async () => void (database = await openContainerDatabase()));
beforeEach(async () => void (built = await buildProvider(database.db, { provider: { name: "Dr Amara Okafor" } })));
afterAll(() => database.destroy());

const as = (actor: Actor) => getContainer().contextFor(actor, "feeds");
const book = (days: number, booking: Parameters<typeof buildBooking>[2]["booking"] = {}, name = "Sam Rivera") => buildBooking(database.db, built, { startsAt: startIn(days), booking, patient: { name } });
const get = (file: string, headers: Record<string, string> = {}) => GET(new Request(`http://localhost:3000/feeds/${file}`, { headers }), { params: Promise.resolve({ file }) });
const fileOf = (url: string) => new URL(url).pathname.replace("/feeds/", "");
const renewed = async (actor: Actor, of: "provider" | "patient" | "series", showsNames = false) => fileOf((await renewFeed(as(actor), { of, showsNames })).url);

async function eventsOf(file: string) {
  const answer = await get(file);
  expect(answer.status).toBe(200);
  return new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

test("a provider's calendar program reads their appointments and nobody else's, without names until initials are asked for", async () => {
  const mine = await book(3, { sequence: 4 });
  await buildBooking(database.db, await buildProvider(database.db), { startsAt: startIn(3) });
  const actor = providerActor(built);
  const file = await renewed(actor, "provider");
  const [event, ...others] = await eventsOf(file);
  expect(others).toEqual([]);
  expect(event).toMatchObject({ uid: `${mine.seriesId}@medbookings`, sequence: 4, summary: "Appointment" });
  await setFeedTitles(as(actor), { of: "provider", showsNames: true });
  expect((await eventsOf(file))[0]?.summary).toBe("Appointment, S. R.");
  expect(await (await get(file)).text()).not.toMatch(/Sam|Rivera|Consultation|meet\.google|\/m\//);
});

test("holds, old times of a moved visit, and what lies outside the window are not shown; a cancelled visit is, for a while", async () => {
  const cancelled = await book(2, { status: "CANCELLED" });
  await book(4, { status: "CANCELLED", updatedAt: new Date(Date.now() - 31 * 86_400_000) });
  await book(5, { status: "RESCHEDULED" });
  await book(6, { status: "HELD", holdTokenHash: "x", holdExpiresAt: new Date(startIn(1)) });
  await book(-31);
  const past = await book(-29, { status: "COMPLETED" });
  await book(401);
  const events = await eventsOf(await renewed(providerActor(built), "provider"));
  expect(events.map(({ uid, component }) => [uid, component.getFirstPropertyValue("status")])).toEqual([
    [`${past.seriesId}@medbookings`, "CONFIRMED"],
    [`${cancelled.seriesId}@medbookings`, "CANCELLED"],
  ]);
});

test("a patient's feed holds what their own page holds; a single visit's feed holds that visit", async () => {
  const { db } = database;
  const user = await db.user.create({ data: { email: `sam-${built.providerId}@example.test`, emailVerified: new Date() } });
  const own = await buildBooking(db, built, { startsAt: startIn(3), patient: { userId: user.id } });
  const asGuest = await buildBooking(db, built, { startsAt: startIn(4), patient: { email: user.email } });
  await buildBooking(db, built, { startsAt: startIn(5) });
  const events = await eventsOf(await renewed(personActor(user.id, user.email), "patient", true));
  expect(events.map(({ uid }) => uid)).toEqual([own, asGuest].map(({ seriesId }) => `${seriesId}@medbookings`));
  expect(events[0]).toMatchObject({ summary: "Appointment with Dr Amara Okafor", location: "Main site, Teststraße 1, 10115 Berlin" });
  const single = await eventsOf(await renewed({ kind: "link", linkId: own.id, seriesId: own.seriesId }, "series", true));
  expect(single.map(({ uid }) => uid)).toEqual([`${own.seriesId}@medbookings`]);
  await db.user.update({ where: { id: user.id }, data: { emailVerified: null } });
  expect(await eventsOf(await renewed(personActor(user.id, user.email), "patient"))).toHaveLength(1);
});

test("a new address stops the old one, and unknown, revoked, malformed and outlived addresses cannot be told apart", async () => {
  const actor = providerActor(built);
  const old = await renewed(actor, "provider");
  const file = await renewed(actor, "provider");
  const revoked = file;
  expect((await get(file)).status).toBe(200);
  await revokeFeed(as(actor), "provider");
  expect(await findFeed(as(actor), "provider")).toBeNull();
  const past = await book(-40);
  const outlived = await renewed({ kind: "link", linkId: past.id, seriesId: past.seriesId }, "series");
  const answers = await Promise.all([old, revoked, outlived, `${"x".repeat(43)}.ics`, "nothing.ics", "x".repeat(43)].map((each) => get(each)));
  const seen = await Promise.all(answers.map(async (answer) => JSON.stringify([answer.status, [...answer.headers], await answer.text()])));
  expect(new Set(seen).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});

test("an unchanged feed is answered by 304, a changed one anew, and none is kept by anybody", async () => {
  const file = await renewed(providerActor(built), "provider");
  const first = await get(file);
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  expect((await get(file, { "if-none-match": `W/${etag}, "other"` })).status).toBe(304);
  expect((await get(file, { "if-none-match": '"other"' })).status).toBe(200);
  await book(3);
  expect((await get(file, { "if-none-match": etag })).status).toBe(200);
});

test("the token is stored as a fingerprint alone, and each step is on record", async () => {
  const actor = providerActor(built);
  const token = (await renewed(actor, "provider")).replace(".ics", "");
  const row = await database.db.calendarFeed.findFirstOrThrow({ where: { providerId: built.providerId } });
  expect(row.tokenHash).toBe(hashToken(token));
  expect(JSON.stringify(row)).not.toContain(token);
  await revokeFeed(as(actor), "provider");
  await revokeFeed(as(actor), "provider");
  const trail = await database.db.auditEntry.findMany({ where: { subjectKind: "feed", subjectId: row.id }, orderBy: { at: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual(["feed.renew", "feed.revoke"]);
  expect(JSON.stringify(trail)).not.toContain(token);
});

test("ten new addresses at once leave exactly one that works", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => renewed(providerActor(built), "provider")));
  const files = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const answers = await Promise.all(files.map((file) => get(file)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("guests, people without a practice and links make no provider's feed", async () => {
  for (const actor of [GUEST, personActor(built.userId)]) await expect(renewFeed(as(actor), { of: "provider", showsNames: false })).rejects.toThrow();
  await expect(renewFeed(as(providerActor(built)), { of: "series", showsNames: false })).rejects.toMatchObject({ code: "LINK_INVALID" });
});
