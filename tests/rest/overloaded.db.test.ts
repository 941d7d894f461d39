import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getContainer } from "@/server/container";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { callRest, type RestAnswer } from "@tests/support/rest-client";
import { bookingBody, hold, holdBody } from "./rest-requests";

let database: TestDatabase;
let built: BuiltProvider;
beforeAll(async () => {
  database = await openContainerDatabase();
  built = await buildProvider(database.db);
});
afterAll(() => database.destroy());

function expectToComeBack({ status, json, headers }: RestAnswer) {
  expect({ status, json }).toMatchObject({ status: 503, json: { code: "OVERLOADED", detail: expect.stringContaining("Nothing was saved") } });
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
}

test("with every connection taken, reads and writes are answered 503 with Retry-After, and served again afterwards", async () => {
  const { pool } = getContainer();
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  // The product's own patience, shortened once all are taken: opening them takes its time too.
  pool.options.connectionTimeoutMillis = 100;
  const answers = await Promise.all([callRest("/providers"), callRest("/holds", { method: "POST", body: holdBody(built) })]);
  for (const client of taken) client.release();
  pool.options.connectionTimeoutMillis = 10_000;
  answers.forEach(expectToComeBack);
  expect(await database.db.booking.count()).toBe(0);
  expect((await callRest("/providers")).status).toBe(200);
});

test("a lock that somebody keeps is waited for only so long", async () => {
  const held = await hold(built);
  const other = new Client({ connectionString: database.url });
  await other.connect();
  const limits = await getContainer().pool.query<{ name: string; setting: string }>("SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name");
  expect(limits.rows).toEqual([
    { name: "idle_in_transaction_session_timeout", setting: "30000" },
    { name: "lock_timeout", setting: "10000" },
    { name: "statement_timeout", setting: "20000" },
  ]);
  await other.query("BEGIN");
  await other.query("SELECT id FROM booking WHERE id = $1 FOR UPDATE", [held.holdId]);
  // The product's own limit, shortened.
  const clients = await Promise.all(Array.from({ length: getContainer().pool.options.max }, () => getContainer().pool.connect()));
  for (const client of clients) await client.query("SET lock_timeout = '150ms'");
  for (const client of clients) client.release();
  expectToComeBack(await callRest("/bookings", { method: "POST", body: bookingBody(held) }));
  await other.query("ROLLBACK");
  await other.end();
  expect((await callRest("/bookings", { method: "POST", body: bookingBody(held) })).status).toBe(201);
});
