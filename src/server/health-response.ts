import { checkHealth } from "@/application/health/check-health";
import type { HealthView } from "@/application/health/health-schemas";
import { getContainer } from "./container";

/** The health of the installation as JSON for load balancers and monitors: nothing in it is secret or personal. */
export async function healthResponse(isWell: (health: HealthView) => boolean): Promise<Response> {
  const app = getContainer().contextFor({ kind: "system", job: "health" }, crypto.randomUUID());
  const health = await checkHealth(app);
  return Response.json(health, { status: isWell(health) ? 200 : 503, headers: { "cache-control": "no-store" } });
}
