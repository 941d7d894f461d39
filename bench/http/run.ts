import { readFileSync } from "node:fs";
import { putLoad, type Load, type Measured } from "./load";

// Hot routes of a running demonstration (`npm run demo`) against a preflight of the same build, which touches no database:
// npx tsx bench/http/run.ts
const CONNECTIONS = 32;
const WARM_SECONDS = 2;
/** In turns, so that what else the machine does falls on both. */
const ROUNDS = 7;
const SECONDS = 2;
const GATE = { rate: 0.6, p99: 2 };

const { origin }: { origin: string } = JSON.parse(readFileSync(".data/demo.json", "utf8"));
const provider = { provider: "jonas-weber", service: "consultation" };
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const month = { ...provider, from: day(0), to: day(30), timeZone: "Europe/London" };

async function freeStart(): Promise<string> {
  const response = await fetch(`${origin}/api/v1/availability?${new URLSearchParams({ ...month, from: day(14) })}`);
  if (!response.ok) throw new Error(`no times: ${await response.text()}`);
  const { slots }: { slots: { startsAt: string }[] } = await response.json();
  const [first] = slots;
  if (!first) throw new Error("the demonstration has no free time to hold");
  return first.startsAt;
}

const EMPTY: Load = { method: "OPTIONS", url: `${origin}/api/v1/availability` };
const hold = JSON.stringify({ ...provider, startsAt: await freeStart(), mode: "IN_PERSON" });
const routes: Record<string, Load> = {
  "GET /api/v1/availability (a month)": { method: "GET", url: `${origin}/api/v1/availability?${new URLSearchParams(month)}` },
  "tRPC availability.slots (a month)": { method: "POST", url: `${origin}/api/trpc/availability.slots`, body: JSON.stringify(month) },
  "GET /api/v1/providers": { method: "GET", url: `${origin}/api/v1/providers` },
  // All but the first are refused with alternatives: the work of a burst on one time.
  "POST /api/v1/holds (one time, all at once)": { method: "POST", url: `${origin}/api/v1/holds`, body: hold },
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const rows = [];
for (const [route, load] of Object.entries(routes)) {
  await putLoad(load, CONNECTIONS, WARM_SECONDS);
  const rounds: { ours: Measured; empty: Measured }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ ours: await putLoad(load, CONNECTIONS, SECONDS), empty: await putLoad(EMPTY, CONNECTIONS, SECONDS) });
  const of = (figure: (round: (typeof rounds)[number]) => number) => median(rounds.map(figure));
  const rate = of(({ ours, empty }) => ours.rate / empty.rate);
  const p99 = of(({ ours, empty }) => ours.p99 / empty.p99);
  rows.push({
    route, "per second": of(({ ours }) => ours.rate).toFixed(0), "empty route": of(({ empty }) => empty.rate).toFixed(0), ratio: rate.toFixed(2), [`gate >= ${GATE.rate}`]: rate >= GATE.rate ? "met" : "MISSED",
    p99: of(({ ours }) => ours.p99), "p99 empty": of(({ empty }) => empty.p99), "p99 ratio": p99.toFixed(1), [`gate <= ${GATE.p99}`]: p99 <= GATE.p99 ? "met" : "MISSED",
    "not 2xx": rounds.reduce((sum, { ours }) => sum + ours.refused, 0),
  });
}
console.table(rows);
