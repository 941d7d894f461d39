import { readFileSync } from "node:fs";
import { putLoad, type Load } from "./load";

// Hot routes of a running demonstration (`npm run demo`) against a preflight of the same build, which touches no database:
// npx tsx bench/http/run.ts
const CONNECTIONS = 32;
const WARM_SECONDS = 2;
const SECONDS = 6;
const GATE = 0.6;

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

const rows = [];
for (const [route, load] of Object.entries(routes)) {
  await putLoad(load, CONNECTIONS, WARM_SECONDS);
  const ours = await putLoad(load, CONNECTIONS, SECONDS);
  const empty = await putLoad(EMPTY, CONNECTIONS, SECONDS);
  const ratio = ours.rate / empty.rate;
  rows.push({
    route, "per second": ours.rate.toFixed(0), "empty route": empty.rate.toFixed(0), ratio: ratio.toFixed(2), [`gate >= ${GATE}`]: ratio >= GATE ? "met" : "MISSED",
    p99: ours.p99, "p99 empty": empty.p99, "p99 ratio": (ours.p99 / empty.p99).toFixed(1), "not 2xx": ours.refused,
  });
}
console.table(rows);
