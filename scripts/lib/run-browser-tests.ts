import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { createContainer } from "@/server/container";
import { seedWorld } from "../../prisma/seed/seed-world";
import { buildWhenChanged } from "./build-when-changed";
import { connectDemoCalendars } from "./connect-demo-calendars";
import { findChromium } from "./find-chromium";
import { onShutdown } from "./on-shutdown";
import { startProcess, stopProcesses, waitUntilHealthy, type ManagedProcess } from "./processes";
import { startStack } from "./stack";

const DIRECTORY = ".data/e2e";

/** Starts a whole fresh stack beside any other and runs the browser journeys against it. */
export async function runBrowserTests(reports: string, say: (line: string) => void): Promise<{ passed: number; failed: number }> {
  say("Browser tests");
  const executable = await findChromium(say);
  for (const leftover of ["sandbox-state.json", "secrets.json"]) rmSync(join(DIRECTORY, leftover), { force: true });
  const database = `e2e_${Date.now()}`;
  const stack = await startStack({ directory: DIRECTORY, database, preferredPort: 3400, say });
  const running: ManagedProcess[] = [stack.sandbox];
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      await stopProcesses([...running].reverse());
      await dropDatabase(stack.postgres.databaseUrl("postgres"), database);
      await stack.close();
    })());
  onShutdown(stop);
  try {
    const container = createContainer("seed", { ...process.env, ...stack.env });
    await seedWorld(container.contextFor({ kind: "system", job: "seed" }, "seed"));
    await container.close();
    await connectDemoCalendars(stack.env, stack.sandboxOrigin);
    buildWhenChanged(say);
    const web = startProcess("e2e-web", ["node_modules/next/dist/bin/next", "start", "-p", String(stack.port), "-H", "127.0.0.1"], { ...stack.env, NODE_ENV: "production" });
    const worker = startProcess("e2e-worker", ["--import", "tsx", "src/server/worker/main.ts"], { ...stack.env, NODE_ENV: "production" });
    running.push(worker, web);
    await waitUntilHealthy(`${stack.origin}/api/health`, running, 60);
    const report = resolve(reports, "browser.json");
    await playwright({ E2E_ORIGIN: stack.origin, E2E_SANDBOX_ORIGIN: stack.sandboxOrigin, E2E_CHROMIUM: executable, E2E_REPORT: report, E2E_DATABASE_URL: stack.databaseUrl });
    const { stats } = JSON.parse(readFileSync(report, "utf8")) as { stats: { expected: number; unexpected: number; flaky: number } };
    if (stats.expected + stats.flaky + stats.unexpected === 0) throw new Error("browser: no test was found");
    if (stats.flaky > 0) say(`${stats.flaky} browser tests passed only on their second try`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  } finally {
    await stop();
  }
}

function playwright(env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ["node_modules/@playwright/test/cli.js", "test"], { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((done, fail) => {
    child.once("error", fail);
    // Failed tests are counted from the report.
    child.once("exit", () => done());
  });
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await admin.end();
}
