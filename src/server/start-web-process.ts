import { getContainer } from "./container";
import { markPeerAddresses } from "./peer-address";
import { startWorker } from "./worker/start-worker";

/** Checks the environment before the first request and, on small installations, starts the worker inside. */
export async function startWebProcess(): Promise<void> {
  const container = getContainer();
  markPeerAddresses();
  process.env.NEXTAUTH_URL ??= container.env.PUBLIC_ORIGIN;
  if (!container.env.RUN_WORKER_IN_WEB) return;
  const worker = await startWorker(container);
  process.once("SIGTERM", () => void worker.stop());
  process.once("SIGINT", () => void worker.stop());
  container.log.info("worker ready inside the web process");
}
