import { existsSync, writeFileSync } from "node:fs";
import { buildWhenChanged } from "./lib/build-when-changed";
import { claimServer } from "./lib/claim-server";
import { connectDemoCalendars } from "./lib/connect-demo-calendars";
import { DEMO_ACCOUNTS } from "./lib/demo-accounts";
import { onShutdown } from "./lib/on-shutdown";
import { startProcess, stopProcesses, waitUntilHealthy, type ManagedProcess } from "./lib/processes";
import { resetData, startStack, type LocalStack } from "./lib/stack";
import { seedWorld } from "../prisma/seed/seed-world";
import { createContainer } from "@/server/container";

const DIRECTORY = ".data";
const started = Date.now();
const say = (line: string) => console.log(`• ${line}`);
const running: ManagedProcess[] = [];
let stack: LocalStack | undefined;
let stopping: Promise<void> | undefined;

/** Ends web and worker first, then what they stand on. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    await stopProcesses([...running].reverse());
    await stack?.close();
  })();
  return stopping;
}

onShutdown((reason) => {
  say(`Stopping (${reason})`);
  return stop();
});

try {
  if (process.argv.includes("--reset")) await reset();
  const preferredPort = preferredPortOf(process.env.PORT);
  stack = await startStack({ directory: DIRECTORY, database: "medbookings", preferredPort, say });
  running.push(stack.sandbox);
  await seed(stack);
  buildWhenChanged(say);
  say("Starting web and worker");
  const web = startProcess("web", ["node_modules/next/dist/bin/next", "start", "-p", String(stack.port), "-H", "127.0.0.1"], { ...stack.env, NODE_ENV: "production" });
  const worker = startProcess("worker", ["--import", "tsx", "src/server/worker/main.ts"], { ...stack.env, NODE_ENV: "production" });
  running.push(worker, web);
  await waitUntilHealthy(`${stack.origin}/api/health`, running, 60);
  writeFileSync(`${DIRECTORY}/demo.json`, `${JSON.stringify({ origin: stack.origin, databaseUrl: stack.databaseUrl, sandbox: { origin: stack.sandboxOrigin }, accounts: DEMO_ACCOUNTS }, null, 2)}\n`);
  announce(stack);
  const ended = await Promise.race(running.map((one) => one.ended));
  if (!stopping) throw new Error(ended);
  await stopping;
} catch (error) {
  if (!stopping) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await stop();
    process.exit(1);
  }
  await stop();
}

async function seed({ env, sandboxOrigin }: LocalStack): Promise<void> {
  const container = createContainer("seed", { ...process.env, ...env });
  const isFresh = await seedWorld(container.contextFor({ kind: "system", job: "seed" }, "seed"));
  await container.close();
  if (!isFresh) return;
  say("Seeded two organizations, twelve providers and some weeks of bookings");
  await connectDemoCalendars(env, sandboxOrigin);
}

async function reset(): Promise<void> {
  if (!existsSync(DIRECTORY)) return;
  say("Deleting the data of earlier runs");
  const { startLocalPostgres } = await import("./lib/local-postgres");
  const postgres = await startLocalPostgres(`${DIRECTORY}/postgres`);
  const release = await claimServer(postgres.databaseUrl("postgres"));
  await release();
  postgres.stop();
  resetData(DIRECTORY);
}

function preferredPortOf(value: string | undefined): number {
  const port = Number(value ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 64_000) throw new Error(`PORT must be a whole number from 1 to 64000, not "${value}"`);
  return port;
}

function announce({ origin, sandboxOrigin }: LocalStack): void {
  const show = (role: string) => DEMO_ACCOUNTS.filter((account) => account.role === role).map((account) => account.email);
  const connected = DEMO_ACCOUNTS.filter((account) => account.calendarConnected).map((account) => account.email);
  console.log(`
  MedBookings is running (${((Date.now() - started) / 1000).toFixed(0)} s)

    Clinic              ${origin}
    Book an appointment ${origin}/p/amara-okafor
    Sign in             ${origin}/sign-in   (choose an account; no password)
      providers with a connected calendar   ${connected.join(", ")}
      provider without one                  ${show("provider").find((email) => !connected.includes(email))}
      new provider, first sign-in           ${show("newcomer")}
      front desk / manager                  ${show("front-desk")}, ${show("manager")}
      administrator                         ${show("administrator")}
      patient                               ${show("patient")[0]}
    Google calendars    ${sandboxOrigin}/calendar
    Inbox (every SMS, WhatsApp and e-mail)  ${sandboxOrigin}/inbox

    Ctrl-C stops everything. "npm run demo -- --reset" starts over. Logs: .data/logs
`);
}
