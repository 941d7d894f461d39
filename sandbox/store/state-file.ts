import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { emptyState, type SandboxState } from "./sandbox-state";

const saveDelayMs = 80;

/** Reads the state, or starts an empty one; throws when the file is not one of ours. */
export function readStateFile(path: string | undefined): SandboxState {
  if (!path || !existsSync(path)) return emptyState();
  const state: SandboxState = JSON.parse(readFileSync(path, "utf8"));
  if (state.version !== 1) throw new Error(`${path} holds sandbox state version ${String(state.version)}; this program reads version 1. Delete the file to start afresh.`);
  return state;
}

/** Saves after a short pause, so that a burst of changes is one write; `flush` saves at once. */
export function stateSaver(path: string | undefined, state: SandboxState) {
  let timer: NodeJS.Timeout | undefined;
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (!path) return;
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}.tmp`;
    writeFileSync(partial, JSON.stringify(state));
    renameSync(partial, path);
  }
  function schedule() {
    if (path) timer ??= setTimeout(flush, saveDelayMs);
  }
  return { schedule, flush };
}
