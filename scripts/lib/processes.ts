import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";

export interface ManagedProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** Resolves with a sentence when the process ends, wanted or not. */
  readonly ended: Promise<string>;
}

const LOGS = ".data/logs";
const END_WITH_PARENT = new URL("end-with-parent.mjs", import.meta.url).href;

/** Starts a Node program as a process group of its own (so that Ctrl-C reaches only us and we stop it in order; it ends by itself when we are killed), logging to `.data/logs`. */
export function startProcess(name: string, args: readonly string[], env: Record<string, string>): ManagedProcess {
  mkdirSync(LOGS, { recursive: true });
  const log = createWriteStream(join(LOGS, `${name}.log`));
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const ended = new Promise<string>((done) => {
    child.once("error", (error) => done(`${name} could not start: ${error.message}`));
    child.once("exit", (code, signal) => done(`${name} ended (${signal ?? `code ${code}`}); see ${join(LOGS, `${name}.log`)}`));
  });
  return { name, child, ended };
}

/** Asks the processes to end, one after the other; one that is still there after ten seconds is killed. */
export async function stopProcesses(processes: readonly ManagedProcess[]): Promise<void> {
  for (const { child, ended } of processes) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
    const killer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(killer);
  }
}

/** Waits until `url` answers 2xx. Throws after `seconds`, or as soon as one of `processes` has ended. */
export async function waitUntilHealthy(url: string, processes: readonly ManagedProcess[], seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  const failure = Promise.race(processes.map(async ({ ended }) => ({ reason: await ended })));
  for (;;) {
    const answer = await Promise.race([isHealthy(url), failure]);
    if (typeof answer === "object") throw new Error(answer.reason);
    if (answer) return;
    if (Date.now() > deadline) throw new Error(`${url} did not become healthy within ${seconds} s`);
    await new Promise((next) => setTimeout(next, 250));
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    // Not listening yet: exactly what is being waited for.
    return false;
  }
}
