import { connectDemoCalendars } from "./lib/connect-demo-calendars";
import { onShutdown } from "./lib/on-shutdown";
import { startProcess, stopProcesses, waitUntilHealthy, type ManagedProcess } from "./lib/processes";
import { startStack } from "./lib/stack";
import { seedWorld } from "../prisma/seed/seed-world";
import { createContainer } from "@/server/container";
import { spawn } from "node:child_process";

// The demonstration's services with fast refresh in place of a production build.
const stack = await startStack({ directory: ".data", database: "medbookings", preferredPort: Number(process.env.PORT ?? 3000), say: (line) => console.log(`• ${line}`) });
const running: ManagedProcess[] = [stack.sandbox];
const container = createContainer("seed", { ...process.env, ...stack.env });
if (await seedWorld(container.contextFor({ kind: "system", job: "seed" }, "seed"))) await connectDemoCalendars(stack.env, stack.sandboxOrigin);
await container.close();

running.push(startProcess("worker", ["--import", "tsx", "--watch", "src/server/worker/main.ts"], stack.env));
const web = spawn(process.execPath, ["node_modules/next/dist/bin/next", "dev", "-p", String(stack.port), "-H", "127.0.0.1"], { stdio: "inherit", env: { ...process.env, ...stack.env } });
const ended = new Promise<void>((done) => web.once("exit", () => done()));
async function stop(): Promise<void> {
  web.kill("SIGTERM");
  await ended;
  await stopProcesses(running);
  await stack.close();
}

onShutdown(stop);
await waitUntilHealthy(`${stack.origin}/api/ready`, running, 120);
console.log(`• Ready at ${stack.origin}; sandbox at ${stack.sandboxOrigin}`);
await ended;
await stop();
