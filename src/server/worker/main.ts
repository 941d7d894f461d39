import { EnvError } from "@/platform/env";
import { createContainer } from "@/server/container";
import { startWorker } from "./start-worker";

try {
  const container = createContainer("worker");
  // Where its connection broke the queue leaves some failures to nobody; `startWorker` begins anew.
  process.on("unhandledRejection", (error) => container.log.error({ err: error }, "a failure nobody heard of"));
  const worker = await startWorker(container);
  container.log.info("worker ready");
  const stop = (signal: string) => {
    container.log.info({ signal }, "worker stopping");
    void worker.stop();
  };
  process.once("SIGTERM", () => stop("SIGTERM"));
  process.once("SIGINT", () => stop("SIGINT"));
  await worker.ended;
  await container.close();
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
