import { loadavg } from "node:os";
import { callsPerChange, listsPerBurst } from "./google-calls";
import { importRate } from "./import-rate";
import { ingestSpeed } from "./ingest-speed";
import { measureLags } from "./lags";
import { standingCalls } from "./standing-calls";
import { syncWorld } from "./sync-world";

/*
 * Google and us, with the stand-in for Google, PostgreSQL and a worker on one machine: npx tsx bench/sync/run.ts [calls] [ingest] [lags]
 *
 * - calls to Google for each change that goes out, by the stand-in's ledger; lists for a burst of 100 that come in; calls a month
 *   of a quiet calendar, from a simulated day, at the default pause and at the longest (docs/adr/0010 says why they differ)
 * - a page of events against one statement into a bare table, turn by turn; a first read of 10,000 and 40,000 against the same,
 *   and what it holds in memory between two pages
 * - from a push to the times that follow, and from a commit to the job's begin
 */
const GATES = { perChange: 1.1, perBurst: 2, pushMs: 2_000, jobMs: 250 };
const GOALS = { pushMs: 250, jobMs: 20 };
const asked = process.argv.slice(2);
const wants = (part: "calls" | "ingest" | "lags") => asked.length === 0 || asked.includes(part);
const verdict = (value: number, gate: number, goal?: number): string => (value > gate ? "MISSED" : goal === undefined || value > goal ? "gate met" : "goal reached");
const load = () => loadavg()[0]?.toFixed(1);
const percentile = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

console.log(`load at the beginning: ${load()}`);
const world = await syncWorld();
let isMissed = false;
const judge = (value: number, gate: number, goal?: number): string => {
  isMissed ||= value > gate;
  return verdict(value, gate, goal);
};

if (wants("calls")) {
  const calls = [];
  for (const mode of ["IN_PERSON", "ONLINE"] as const) {
    for (const { change, calls: each, lists } of await callsPerChange(world, mode, 20)) {
      calls.push({ figure: `calls per visit ${change}, ${mode === "ONLINE" ? "online" : "in person"} (and ${lists.toFixed(2)} lists of our own news)`, calls: each, gate: `<= ${GATES.perChange}`, verdict: judge(each, GATES.perChange) });
    }
  }
  const lists = await listsPerBurst(world, 100);
  calls.push({ figure: "lists per burst of 100 incoming changes", calls: lists, gate: `<= ${GATES.perBurst}`, verdict: judge(lists, GATES.perBurst) });
  for (const minutes of [5, 1_440]) calls.push({ figure: `standing calls a month, read every ${minutes} min`, calls: await standingCalls(world, minutes), gate: "none: docs/adr/0010", verdict: "" });
  console.table(calls);
}
if (wants("ingest")) {
  await world.database.pool.query("ANALYZE");
  const ingest = [...(await ingestSpeed(world, 1, 150)), ...(await ingestSpeed(world, 2_500, 11))];
  console.table(ingest.map(({ figure, ours, theirs, computed }) => ({ figure, ours: ours.toFixed(2), "one bare statement": theirs.toFixed(2), ratio: (ours / theirs).toFixed(2), "ratio of what the database computed": Number.isNaN(computed) ? "" : computed.toFixed(2) })));
  const rates = [await importRate(world, 10_000), await importRate(world, 40_000)];
  console.table(rates.map(({ events, ours, theirs, heldBytes }) => ({ figure: `first read of ${events.toLocaleString("en")} events (events a second)`, ours: ours.toFixed(0), "bare statements": theirs.toFixed(0), ratio: (ours / theirs).toFixed(2), "held between pages": `${(heldBytes / 1_048_576).toFixed(1)} MB` })));
}
if (wants("lags")) {
  const { pushToShown, commitToWorker } = await measureLags(world, 60, 300);
  const lag = (figure: string, values: readonly number[], gate: number, goal: number) => ({
    figure, p50: percentile(values, 0.5).toFixed(1), p99: percentile(values, 0.99).toFixed(1), gate: `p99 <= ${gate}`, goal: `<= ${goal}`, verdict: judge(percentile(values, 0.99), gate, goal),
  });
  console.log(`slowest pushes: ${pushToShown.toSorted((a, b) => b - a).slice(0, 5).map((ms) => ms.toFixed(0)).join(", ")} ms`);
  console.table([lag("push received to times that follow (ms)", pushToShown, GATES.pushMs, GOALS.pushMs), lag("commit to the job's begin (ms)", commitToWorker, GATES.jobMs, GOALS.jobMs)]);
}
console.log(`load at the end: ${load()}`);
await world.close();
if (isMissed) process.exitCode = 1;
