import { confirmBooking } from "@/application/booking/confirm-booking";
import { holdSlot } from "@/application/booking/hold-slot";
import { findSlots } from "@/application/availability/find-slots";
import { AppError } from "@/application/shared/errors";
import type { Database } from "@/platform/db";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { confirmRequest, GUEST, holdRequest } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { bareInsert } from "./bare-insert";
import { benchDatabase } from "./bench-database";
import { median, rateOf, timed } from "./timing";
import { wholeStatement } from "./whole-statement";

// Bookings through the verbs against bare inserts, in one run on one database: npx tsx bench/booking/run.ts
const CONNECTIONS = 20;
const CALLERS = 200;
const ROUNDS = 7;
const PROVIDERS = 500;
const BOOKINGS = 2_000;
const NOW = Date.UTC(2026, 10, 23, 8);
const START = Date.UTC(2026, 10, 24, 8);
const HALF_HOUR = 1_800_000;
const iso = (at: number) => new Date(at).toISOString();

const database = await benchDatabase(CONNECTIONS);
const app = () => testContext(database, { actor: GUEST, now: NOW });

async function callersForOneSlot() {
  const built = await buildProvider(database.db);
  const bare = await buildProvider(database.db);
  const ours: number[] = [];
  const theirs: number[] = [];
  let slowest = 0;
  let winners = 0;
  let withAlternatives = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const at = START + round * HALF_HOUR;
    theirs.push(await timed(() => Promise.all(Array.from({ length: CALLERS }, () => bareInsert(database.pool, bare, at)))));
    const caller = async () => {
      const waited = await timed(async () => {
        try {
          await holdSlot(app(), holdRequest(built, iso(at)));
          winners++;
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== "SLOT_TAKEN") throw error;
          if (error.details.alternatives?.length === 3) withAlternatives++;
        }
      });
      slowest = Math.max(slowest, waited);
    };
    ours.push(await timed(() => Promise.all(Array.from({ length: CALLERS }, caller))));
  }
  console.log(`\n${CALLERS} callers, one slot, ${ROUNDS} rounds: ${winners} winners, ${withAlternatives} refusals with three alternatives, slowest wait ${slowest.toFixed(0)} ms`);
  return { figure: "200 callers, one slot (ms)", ours: median(ours), theirs: median(theirs), ratio: median(ours) / median(theirs) };
}

async function wholeBookings(on: Database, providers: readonly BuiltProvider[]) {
  const place = (index: number) => ({ built: providers[index % providers.length]!, at: START + Math.floor(index / providers.length) * HALF_HOUR });
  const theirs = await rateOf(CONNECTIONS, BOOKINGS, (index) => {
    const { built, at } = place(index);
    return bareInsert(on.pool, built, at + 6 * HALF_HOUR);
  });
  const ours = await rateOf(CONNECTIONS, BOOKINGS, async (index) => {
    const { built, at } = place(index);
    await confirmBooking(app(), confirmRequest(await holdSlot(app(), holdRequest(built, iso(at)))));
  });
  return { figure: "whole bookings through the verbs: hold, then confirm (per second)", ours, theirs, ratio: ours / theirs };
}

async function availabilityChecks(providers: readonly BuiltProvider[]) {
  const times: number[] = [];
  for (let index = 0; index < 400; index++) {
    const built = providers[index % providers.length]!;
    times.push(await timed(() => findSlots(app(), { provider: built.providerSlug, service: built.serviceSlug, from: "2026-11-23", to: "2026-12-22", timeZone: "Europe/London" })));
  }
  const empty: number[] = [];
  for (let index = 0; index < 400; index++) empty.push(await timed(() => database.pool.query("SELECT 1")));
  return { figure: "availability of a month, one after the other (median ms)", ours: median(times), theirs: median(empty), ratio: median(times) / median(empty) };
}

const providers: BuiltProvider[] = [];
for (let index = 0; index < PROVIDERS; index++) providers.push(await buildProvider(database.db));
const rows = [await callersForOneSlot(), await wholeBookings(database, providers), await wholeStatement(database, providers, NOW, START + 24 * 3_600_000), await availabilityChecks(providers)];
console.table(rows.map(({ figure, ours, theirs, ratio }) => ({ figure, ours: ours.toFixed(1), baseline: theirs.toFixed(1), ratio: ratio.toFixed(2) })));
await database.destroy();
