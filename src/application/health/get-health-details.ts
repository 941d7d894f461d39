import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { checkHealth } from "./check-health";
import { failedWorkInWords } from "./failed-work-in-words";
import type { ConnectionHealth, HealthDetails } from "./health-schemas";

/** The health of the installation with each calendar connection's lag and the work that failed; administrators only. */
export async function getHealthDetails(app: AppContext): Promise<HealthDetails> {
  authorize(app.actor, "health.view");
  const health = await checkHealth(app);
  if (health.checks.database.status === "down") return { ...health, connections: [], failedJobs: [] };
  const [connections, failedJobs] = await Promise.all([
    app.db.calendarConnection.findMany({
      where: { access: { not: "LINK" }, status: { not: "DISCONNECTED" } },
      orderBy: { connectedAt: "asc" },
      take: 200,
      select: { status: true, lastError: true, provider: { select: { name: true } }, organization: { select: { name: true } }, calendars: { where: { OR: [{ readsBusy: true }, { receivesBookings: true }] }, select: { lastReadAt: true, channelExpiresAt: true, lastError: true } } },
    }),
    app.pool.query<{ task: string; attempts: number; lastError: string | null; nextTryAt: Date }>(
      `SELECT task_identifier AS task, attempts::int, last_error AS "lastError", run_at AS "nextTryAt" FROM graphile_worker.jobs WHERE last_error IS NOT NULL ORDER BY attempts DESC, run_at LIMIT 50`,
    ),
  ]);
  const now = app.clock.now();
  return {
    ...health,
    connections: connections.map((connection): ConnectionHealth => {
      const reads = connection.calendars.flatMap(({ lastReadAt }) => (lastReadAt === null ? [] : [lastReadAt.getTime()]));
      const ends = connection.calendars.flatMap(({ channelExpiresAt }) => (channelExpiresAt === null ? [] : [channelExpiresAt.getTime()]));
      const stalest = reads.length === 0 ? null : Math.min(...reads);
      return {
        provider: connection.provider?.name ?? connection.organization?.name ?? "",
        status: connection.status,
        lastReadAt: stalest === null ? null : new Date(stalest).toISOString(),
        lagSeconds: stalest === null ? null : Math.round((now - stalest) / 1000),
        pushUntil: ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString(),
        problem: connection.lastError ?? connection.calendars.find(({ lastError }) => lastError !== null)?.lastError ?? null,
      };
    }),
    failedJobs: failedJobs.rows.map(({ task, attempts, lastError, nextTryAt }) => ({ task, attempts, sentence: failedWorkInWords(lastError ?? ""), lastError: (lastError ?? "").slice(0, 300), nextTryAt: nextTryAt.toISOString() })),
  };
}
