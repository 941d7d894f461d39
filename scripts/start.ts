import { spawn } from "node:child_process";
import { EnvError, readEnv } from "@/platform/env";
import { assumeLocalEnv } from "./lib/local-env";

// The web server of a production build. Refuses to start with an environment that would fail later.
await assumeLocalEnv();
try {
  const env = readEnv();
  process.env.NEXTAUTH_URL ??= env.PUBLIC_ORIGIN;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const args = ["node_modules/next/dist/bin/next", "start", "-p", process.env.PORT ?? "3000", ...(process.env.HOST ? ["-H", process.env.HOST] : [])];
const web = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => web.kill(signal));
web.once("exit", (code) => process.exit(code ?? 0));
