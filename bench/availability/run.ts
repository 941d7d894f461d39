import { groupSlots, type DaySlots } from "@/domain/availability/group-slots";
import { openSlots } from "@/domain/availability/open-slots";
import { providerMonth, randomCase, type BenchCase } from "./cases";
import { compareSpeed, lastResult } from "./compare";
import { prepareTables, tightLoop } from "./tight-loop";

// Slot search against a tight loop that was handed everything beforehand: npx tsx bench/availability/run.ts
const GATE = 4;
const GOAL = 1.5;
const CASES = 10_000;

const engine = ({ input, displayZone }: BenchCase): DaySlots[] => groupSlots(openSlots(input), displayZone);
const countSlots = (days: readonly DaySlots[]) => days.reduce((sum, day) => sum + day.slots.length, 0);

/** One answer after the other, as a server sends them: holding all would time the garbage collector's copying instead. */
function oneByOne<T>(inputs: readonly T[], answer: (input: T) => DaySlots[]): number {
  let days = 0;
  for (const input of inputs) days += answer(input).length;
  return days;
}

function compareAnswers(cases: Iterable<BenchCase>): { compared: number; slots: number; different: number } {
  const counts = { compared: 0, slots: 0, different: 0 };
  for (const one of cases) {
    const ours = engine(one);
    counts.compared++;
    counts.slots += countSlots(ours);
    if (JSON.stringify(ours) === JSON.stringify(tightLoop(prepareTables(one)))) continue;
    counts.different++;
    if (counts.different === 1) console.log("first difference:", JSON.stringify(one));
  }
  return counts;
}

const single = providerMonth(1);
const singleTables = prepareTables(single);
const hundred = Array.from({ length: 100 }, (_, n) => providerMonth(1000 + n));
const hundredTables = hundred.map(prepareTables);

const answers = compareAnswers([single, ...hundred, ...Array.from({ length: CASES }, (_, seed) => randomCase(seed))]);
console.log(`answers: ${answers.compared} cases, ${answers.slots} slots, ${answers.different} differing cases\n`);

const rows = [
  {
    figure: "1 provider x 30 days, 343 busy",
    slots: countSlots(engine(single)),
    ...compareSpeed({ ours: () => engine(single), theirs: () => tightLoop(singleTables) }, 60, 500),
  },
  {
    figure: "100 providers x 30 days",
    slots: hundred.reduce((sum, one) => sum + countSlots(engine(one)), 0),
    ...compareSpeed({ ours: () => oneByOne(hundred, engine), theirs: () => oneByOne(hundredTables, tightLoop) }, 60, 10),
  },
];
console.table(
  rows.map(({ figure, slots, oursMs, theirsMs, ratio }) => ({
    figure,
    slots,
    "openSlots ms": oursMs.toFixed(4),
    "tight loop ms": theirsMs.toFixed(4),
    ratio: ratio.toFixed(2),
    [`gate <= ${GATE}`]: ratio <= GATE ? "met" : "MISSED",
    [`goal <= ${GOAL}`]: ratio <= GOAL ? "reached" : "not reached",
  })),
);
if (lastResult() === undefined) throw new Error("The timed calls returned nothing");
if (answers.different > 0 || rows.some((row) => row.ratio > GATE)) process.exitCode = 1;
