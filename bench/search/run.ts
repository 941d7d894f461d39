import { findSlots } from "@/application/availability/find-slots";
import { refreshOpenings } from "@/application/openings/refresh-openings";
import { GUEST } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { benchDatabase } from "../booking/bench-database";
import { median, timed } from "../booking/timing";
import { compareAnswers } from "./compare-answers";
import { addHistory, fillWorld, WORLD_BEGINS } from "./fill-world";
import { timeSoonest } from "./time-in-database";

// The soonest 20 of 1,000 providers in the database, among a million bookings and among ten: npx tsx bench/search/run.ts [bookings of the larger world]
const PROVIDERS = 1_000;
const FEW = 1_000_000;
const MANY = Number(process.argv[2] ?? 10_000_000);
const ROUNDS = 5;
const GATES = { soonest: 5, growth: 1.25 };

const now = WORLD_BEGINS + 30 * 60_000;

async function world(bookings: number) {
  const database = await benchDatabase(4);
  await fillWorld(database.pool, PROVIDERS);
  await addHistory(database.pool, PROVIDERS, bookings);
  const app = testContext(database, { actor: GUEST, now });
  const folded = await timed(() => refreshOpenings(app));
  await database.pool.query("VACUUM ANALYZE");
  const { rows } = await database.pool.query<{ id: string }>("SELECT id FROM provider");
  const { compared, different } = await compareAnswers(app, rows.map(({ id }) => id));
  console.log(`${bookings} bookings: openings of ${PROVIDERS} providers found in ${(folded / 1000).toFixed(1)} s; ${compared} answers compared with the engine, ${different} differ`);
  const month = (index: number) => findSlots(app, { provider: `provider-${1 + (index % PROVIDERS)}`, service: "service-0", from: "2026-11-23", to: "2026-12-22", timeZone: "Europe/London" });
  return { database, month, different };
}

const few = await world(FEW);
const many = await world(MANY);

const soonest = { few: [] as number[], many: [] as number[], theirs: [] as number[], ratio: [] as number[], growth: [] as number[] };
const months = { few: [] as number[], many: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  const [small, large] = [await timeSoonest(few.database.pool, now, 400), await timeSoonest(many.database.pool, now, 400)];
  soonest.few.push(small.ours);
  soonest.many.push(large.ours);
  soonest.theirs.push(small.theirs);
  soonest.ratio.push(small.ratio);
  soonest.growth.push(large.ours / small.ours);
  for (let index = 0; index < 100; index++) {
    months.few.push(await timed(() => few.month(round * 100 + index)));
    months.many.push(await timed(() => many.month(round * 100 + index)));
  }
}

const verdict = (ratio: number, gate: number) => ({ ratio: ratio.toFixed(2), gate: `<= ${gate}`, verdict: ratio <= gate ? "met" : "MISSED" });
console.table([
  { figure: "soonest 20 against the index scan (ms)", ours: median(soonest.few).toFixed(3), baseline: median(soonest.theirs).toFixed(3), ...verdict(median(soonest.ratio), GATES.soonest) },
  { figure: `soonest 20, ${MANY} bookings against ${FEW} (ms)`, ours: median(soonest.many).toFixed(3), baseline: median(soonest.few).toFixed(3), ...verdict(median(soonest.growth), GATES.growth) },
  { figure: `a provider's month, ${MANY} bookings against ${FEW} (ms)`, ours: median(months.many).toFixed(2), baseline: median(months.few).toFixed(2), ...verdict(median(months.many) / median(months.few), GATES.growth) },
]);
for (const { database } of [few, many]) await database.destroy();
if (few.different + many.different > 0) process.exitCode = 1;
