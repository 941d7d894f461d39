/** Runs once when a web process starts: checks the environment and, on small installations, starts the worker inside. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { getContainer } = await import("@/server/container");
  const container = getContainer();
  process.env.NEXTAUTH_URL ??= container.env.PUBLIC_ORIGIN;
  if (!container.env.RUN_WORKER_IN_WEB) return;
  const { startWorker } = await import("@/server/worker/start-worker");
  const worker = await startWorker(container);
  process.once("SIGTERM", () => void worker.stop());
  process.once("SIGINT", () => void worker.stop());
  container.log.info("worker ready inside the web process");
}
