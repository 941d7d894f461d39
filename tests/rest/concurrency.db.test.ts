import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { callRest } from "@tests/support/rest-client";
import { startIn } from "@tests/support/start-in";
import { book, bookingBody, hold, holdBody } from "./rest-requests";
import { PEER_HEADER } from "@/server/peer-address";

let database: TestDatabase;
beforeAll(async () => {
  database = await openContainerDatabase();
});
afterAll(() => database.destroy());

const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

test("200 callers, one start: one hold, 199 clean refusals with alternatives", async () => {
  const built = await buildProvider(database.db);
  const answers = await times(200, () => callRest("/holds", { method: "POST", body: holdBody(built) }));
  const lost = answers.filter(({ status }) => status !== 201);
  expect(lost).toHaveLength(199);
  for (const { json } of lost) {
    expect(json).toMatchObject({ status: 409, code: "SLOT_TAKEN" });
    expect(json).toHaveProperty("alternatives.0.startsAt");
  }
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(1);
});

test("the same key 50 times at once: one booking, one answer", async () => {
  const built = await buildProvider(database.db);
  const request = { method: "POST", body: bookingBody(await hold(built)), headers: { "idempotency-key": "call-1" } } as const;
  const answers = await times(50, () => callRest("/bookings", request));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1);
  expect((await callRest("/bookings", request)).json).toEqual(answers[0]?.json);
  expect(await database.db.patient.count({ where: { providerId: built.providerId } })).toBe(1);
  expect(await database.db.auditEntry.count({ where: { action: "booking.confirm", providerId: built.providerId } })).toBe(1);
});

test("a key cannot be used for another request", async () => {
  const built = await buildProvider(database.db);
  const body = bookingBody(await hold(built));
  const headers = { "idempotency-key": "call-2" };
  expect((await callRest("/bookings", { method: "POST", body, headers })).status).toBe(201);
  const other = await callRest("/bookings", { method: "POST", body: { ...body, reason: "Something else" }, headers });
  expect(other.json).toMatchObject({ status: 422, code: "IDEMPOTENCY_MISMATCH" });
});

test("a refusal is not kept under the key: the mended request may use it", async () => {
  const built = await buildProvider(database.db);
  const held = await hold(built);
  const headers = { "idempotency-key": "call-3" };
  expect((await callRest("/bookings", { method: "POST", body: bookingBody({ ...held, holdToken: "z".repeat(43) }), headers })).status).toBe(403);
  expect((await callRest("/bookings", { method: "POST", body: bookingBody(held), headers })).status).toBe(201);
});

test("without a key the same confirmation is answered with the one booking it became, and another's is refused", async () => {
  const built = await buildProvider(database.db);
  const body = bookingBody(await hold(built));
  const answers = await times(10, () => callRest("/bookings", { method: "POST", body }));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1);
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(1);
  expect((await callRest("/bookings", { method: "POST", body: { ...body, reason: "Something else" } })).status).toBe(409);
});

test("of many moves onto one start one wins and the others are offered alternatives", async () => {
  const built = await buildProvider(database.db);
  const booked = await Promise.all([2, 3, 4, 5, 6].map((days) => book(built, startIn(days))));
  const moves = booked.map(({ reference, manageToken }) => callRest(`/bookings/${reference}/reschedule`, { method: "POST", token: manageToken, body: { startsAt: startIn(20) } }));
  const answers = await Promise.all(moves);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  for (const { json } of answers.filter(({ status }) => status === 409)) expect(json).toHaveProperty("alternatives.0.startsAt");
});

test("too many requests are told how long to wait", async () => {
  const headers = { [PEER_HEADER]: "192.0.2.77" };
  const known = await database.db.rateLimit.findMany({ select: { key: true } });
  expect((await callRest("/providers", { headers })).status).toBe(200);
  const counted = await database.db.rateLimit.findFirstOrThrow({ where: { key: { notIn: known.map(({ key }) => key) } } });
  await database.db.rateLimit.update({ where: { key: counted.key }, data: { points: 100_000_000 } });
  // What was leased before is still handed out.
  let refused = await callRest("/providers", { headers });
  for (let left = 19; left > 0 && refused.status === 200; left -= 1) refused = await callRest("/providers", { headers });
  expect(refused.json).toMatchObject({ status: 429, code: "RATE_LIMITED" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
