import type { Pool, PoolClient } from "pg";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import type { BuiltProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { bareInsert } from "./bare-insert";
import { captureWrite, replayWrite, type CapturedWrite } from "./capture-write";
import { median, rateOf } from "./timing";

const ROUNDS = 12;
/** Per round and side. */
const EACH = 125;
const CONNECTIONS = 10;
const HALF_HOUR = 1_800_000;

/**
 * Whole bookings as PostgreSQL sees them (visit, patient, link, audit, calendar event, Meet link, four jobs, under the
 * provider's lock) against rows inserted bare, in turns on one database. The decisions are made beforehand.
 */
export async function wholeStatement(on: TestDatabase, providers: readonly BuiltProvider[], now: number, firstStart: number) {
  for (const { providerId } of providers) await buildCalendarConnection(on.db, providerId);
  const place = (index: number) => ({ built: providers[index % providers.length]!, at: firstStart + Math.floor(index / providers.length) * HALF_HOUR });
  const writes: CapturedWrite[] = [];
  for (let index = 0; index < (ROUNDS + 1) * EACH; index++) {
    const { built, at } = place(index);
    writes.push(await captureWrite(on, built, at, now));
  }
  await on.pool.query("ANALYZE");
  const ratios: number[] = [];
  const rates = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const from = round * EACH;
    const ours = await rateOf(CONNECTIONS, EACH, (index) => onConnection(on.pool, (client) => replayWrite(client, writes[from + index]!)));
    const theirs = await rateOf(CONNECTIONS, EACH, (index) => {
      const { built, at } = place(from + index);
      return bareInsert(on.pool, built, at + 8 * HALF_HOUR);
    });
    // The first round warms both sides up.
    if (round === 0) continue;
    rates.ours.push(ours);
    rates.theirs.push(theirs);
    ratios.push(ours / theirs);
  }
  const { rows } = await on.pool.query<{ count: number }>("SELECT count(*)::int AS count FROM booking WHERE status = 'CONFIRMED' AND source = 'DESK'");
  if (rows[0]?.count !== writes.length) throw new Error(`${writes.length} bookings were sent and ${rows[0]?.count} written`);
  return { figure: "whole bookings in SQL (per second)", ours: median(rates.ours), theirs: median(rates.theirs), ratio: median(ratios) };
}

async function onConnection(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
  } finally {
    client.release();
  }
}
