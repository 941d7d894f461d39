import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { runBrowserTests } from "./lib/run-browser-tests";

/** Everything the project checks, fast things first. `npm test -- unit database` runs only the named steps. */

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, to be read at the end of a long run. */
  readonly reasons?: readonly string[];
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[];
  }[];
}

const REPORTS = ".data/reports";
const say = (line: string) => console.log(`\n• ${line}`);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** A tool that only passes or fails: it counts as one. */
function check(label: string, args: readonly string[]): Counts {
  say(label);
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(label: string, project: string): Counts {
  say(label);
  const report = join(REPORTS, `${project}.json`);
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], { stdio: "inherit" });
  const { numPassedTests, numFailedTests, numTotalTests, success, testResults } = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  if (numTotalTests === 0) throw new Error(`${project}: no test was found`);
  // A file that could not be loaded fails the run without a failed test.
  const failed = numFailedTests > 0 ? numFailedTests : success && status === 0 ? 0 : 1;
  const reasons = testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const broken = assertionResults.filter(({ status }) => status === "failed").map((test) => `${test.fullName}\n    ${firstLines(test.failureMessages.join("\n"))}`);
      return (broken.length > 0 ? broken : [firstLines(message)]).map((reason) => `${relative(".", name)}: ${reason}`);
    });
  return { passed: numPassedTests, failed, reasons };
}

const firstLines = (text: string): string => text.split("\n").filter((line) => !line.includes("node_modules")).slice(0, 8).join("\n    ");

/** A step that cannot even run has failed, and the others are still worth knowing. */
async function attempt(run: () => Counts | Promise<Counts>): Promise<Counts> {
  try {
    return await run();
  } catch (error) {
    return { passed: 0, failed: 1, reasons: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

const STEPS: Record<string, () => Counts | Promise<Counts>> = {
  lint: () => check("Lint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0", "--cache", "--cache-location", ".data/eslint-cache"]),
  boundaries: () => check("Boundaries", ["--import", "tsx", "scripts/checks/boundaries.ts"]),
  habits: () => check("Habits (names, sizes, documents, security floor)", ["--import", "tsx", "scripts/checks/habits.ts"]),
  dead: () => check("Dead code", ["node_modules/knip/bin/knip.js", "--no-progress"]),
  types: () => check("Types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]),
  unit: () => vitest("Unit tests", "unit"),
  database: () => vitest("Database tests", "database"),
  sandbox: () => vitest("Sandbox tests", "sandbox"),
  faults: () => vitest("Faults", "faults"),
  browser: () => runBrowserTests(REPORTS, say),
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith("-"));
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(", ")}; there are ${Object.keys(STEPS).join(", ")}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
const failures: string[] = [];
const reasons: string[] = [];
for (const [name, run] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const counts = await attempt(run);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) failures.push(name);
  reasons.push(...(counts.reasons ?? []));
}
for (const reason of reasons) console.log(`\n✗ ${reason}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
