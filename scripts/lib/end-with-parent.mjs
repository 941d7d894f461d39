// Loaded into each program that a command starts: ends it when that command is gone, even if it was killed and could stop nothing.
import { isMainThread } from "node:worker_threads";

const CHECK_MS = 1_000;
const PATIENCE_MS = 10_000;

if (isMainThread) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  }, CHECK_MS);
  watch.unref();
}
