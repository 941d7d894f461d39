import { afterAll, beforeAll, expect, test } from "vitest";
import { getContainer } from "@/server/container";
import { startCuttingProxy, type CuttingProxy } from "@tests/support/database/cutting-proxy";
import { buildProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { callRest } from "@tests/support/rest-client";
import { startIn } from "@tests/support/start-in";
import { bookingBody, hold, holdBody } from "./rest-requests";

let database: TestDatabase;
let proxy: CuttingProxy;
beforeAll(async () => {
  database = await openContainerDatabase();
  proxy = await startCuttingProxy(database.url);
  process.env.DATABASE_URL = proxy.url;
});
afterAll(async () => {
  await database.destroy();
  await proxy.close();
});

const keyed = (body: unknown, key = "call-1") => ({ method: "POST", body, headers: { "idempotency-key": key } }) as const;

test("guests behind one address who choose the same key do not get each other's answers", async () => {
  const [first, second] = [await hold(await buildProvider(database.db)), await hold(await buildProvider(database.db))];
  const answers = await Promise.all([first, second].map((held) => callRest("/bookings", keyed(bookingBody(held)))));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[0]?.json).not.toEqual(answers[1]?.json);
  expect(await database.db.booking.count({ where: { id: { in: [first.holdId, second.holdId] }, status: "CONFIRMED" } })).toBe(2);
  expect(await database.db.idempotencyKey.count({ where: { key: "call-1" } })).toBe(2);
});

test("who knows the hold and the key but not the hold's token learns nothing of the booking", async () => {
  const held = await hold(await buildProvider(database.db));
  const body = bookingBody(held);
  expect((await callRest("/bookings", keyed(body, "call-2"))).status).toBe(201);
  const foreign = await callRest("/bookings", keyed({ ...body, holdToken: "z".repeat(43) }, "call-2"));
  expect(foreign.json).toMatchObject({ status: 422, code: "IDEMPOTENCY_MISMATCH" });
  expect(JSON.stringify(foreign.json)).not.toContain("manage");
});

test("the database's answer is lost after the commit: the same key again gives the booking that was made", async () => {
  const built = await buildProvider(database.db);
  const request = keyed(bookingBody(await hold(built)), "call-3");
  const cut = proxy.cutAfterNextCommit();
  const lost = await callRest("/bookings", request);
  expect(lost.status).toBe(500);
  await cut;
  const [booking] = await database.db.booking.findMany({ where: { providerId: built.providerId } });
  expect(booking?.status).toBe("CONFIRMED");

  const again = await callRest("/bookings", request);
  expect(again).toMatchObject({ status: 201, json: { reference: booking?.reference } });
  expect((await callRest("/bookings", request)).json).toEqual(again.json);
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(1);
  expect(await database.db.auditEntry.count({ where: { action: "booking.confirm", providerId: built.providerId } })).toBe(1);
  const jobs = await database.pool.query("SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'bookingId' = $1 AND payload->>'change' = 'confirmed'", [booking?.id]);
  expect(jobs.rows).toHaveLength(1);
});

test("the database's answer is lost before the commit arrives: nothing was made, and the same key makes it", async () => {
  const built = await buildProvider(database.db);
  const request = keyed(bookingBody(await hold(built)), "call-4");
  const cut = proxy.cutBeforeNextCommit();
  expect((await callRest("/bookings", request)).status).toBe(500);
  await cut;
  expect(await database.db.booking.findMany({ where: { providerId: built.providerId }, select: { status: true } })).toEqual([{ status: "HELD" }]);
  expect((await callRest("/bookings", request)).status).toBe(201);
  expect(await database.db.auditEntry.count({ where: { action: "booking.confirm", providerId: built.providerId } })).toBe(1);
});

test("one address may keep so many times: the next is refused with 429 and when to come again", async () => {
  const { guestLimits } = getContainer().contextFor({ kind: "system", job: "test" }, "test").config;
  Object.assign(guestLimits, { holds: 3 });
  const built = await buildProvider(database.db);
  const starts = ["10:00", "10:30", "11:00", "11:30"].map((time) => startIn(5, time));
  const answers = [];
  for (const startsAt of starts) answers.push(await callRest("/holds", { method: "POST", body: holdBody(built, startsAt) }));
  Object.assign(guestLimits, { holds: 1000 });
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
  expect(answers[3]?.json).toMatchObject({ code: "TOO_MANY_HOLDS" });
  expect(answers[3]?.headers.get("retry-after")).toBe("600");
});

test("one contact may have so many visits booked a day: the next is refused with 409 and its hold stays", async () => {
  const { guestLimits } = getContainer().contextFor({ kind: "system", job: "test" }, "test").config;
  Object.assign(guestLimits, { bookings: 1 });
  const built = await buildProvider(database.db);
  const holds = [await hold(built, startIn(6, "10:00")), await hold(built, startIn(6, "11:00"))];
  const answers = [];
  for (const held of holds) answers.push(await callRest("/bookings", { method: "POST", body: bookingBody(held) }));
  Object.assign(guestLimits, { bookings: 1000 });
  expect(answers.map(({ status }) => status)).toEqual([201, 409]);
  expect(answers[1]?.json).toMatchObject({ code: "TOO_MANY_BOOKINGS" });
  expect(await database.db.booking.count({ where: { providerId: built.providerId, status: "HELD" } })).toBe(1);
});
