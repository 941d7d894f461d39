import { getContainer } from "@/server/container";
import { drainQueue } from "@/server/worker/drain-queue";
import { isCronRequest } from "@/server/worker/is-cron-request";

/** For hosts without a resident worker: a scheduler calls this each minute with `Authorization: Bearer <CRON_SECRET>`. */
export async function GET(request: Request): Promise<Response> {
  const container = getContainer();
  if (!isCronRequest(request, container.env.CRON_SECRET)) return Response.json({ error: "not allowed" }, { status: 401 });
  await drainQueue(container);
  return Response.json({ status: "drained" });
}
