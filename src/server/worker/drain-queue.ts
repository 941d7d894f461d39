import { EventEmitter } from "node:events";
import { runOnce, type WorkerEvents } from "graphile-worker";
import { sweep } from "@/jobs/sweep";
import type { Container } from "@/server/container";
import { keepHeartbeat } from "./heartbeat";
import { queueLogger, taskList } from "./task-list";

/** Does everything that is due now, then returns. Safe to call twice at once. */
export async function drainQueue(container: Container): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  const heartbeat = await keepHeartbeat(container, events);
  try {
    await sweep(container.contextFor({ kind: "system", job: "sweep" }, "cron"));
    await runOnce({ pgPool: container.pool, noHandleSignals: true, taskList: taskList(container), logger: queueLogger(container), events });
  } finally {
    await heartbeat.stop();
  }
}
