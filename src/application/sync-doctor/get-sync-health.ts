import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { Calendar } from "@/generated/prisma/client";
import { diagnoseProvider } from "./diagnose-provider";
import type { Comparison } from "./find-comparisons";
import { loadSyncFacts } from "./load-sync-facts";
import type { SyncCalendarView, SyncHealthView } from "./sync-doctor-schemas";
import { toComparisonView } from "./to-comparison-view";

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** How one provider's calendars stand, what is wrong in plain words, and what mends it. Throws NOT_FOUND, NOT_ALLOWED. */
export async function getSyncHealth(app: AppContext, asked: string | undefined): Promise<SyncHealthView> {
  const { id: providerId, name, timeZone, organizationId } = await getStaffedProvider(app, "calendar.view", asked);
  const [sync] = await loadSyncFacts(app, [providerId]);
  const now = app.clock.now();
  const { oldestWaitingAt = null, lastWrittenAt = null, ...queue } = sync?.queue ?? { waiting: 0, failing: 0, refused: 0, lastError: null };
  return {
    providerId,
    provider: name,
    timeZone,
    mayMend: can(app.actor, "calendar.sync", { providerId, organizationId }),
    isOff: app.ports.calendar === null,
    findings: sync ? diagnoseProvider(app, sync) : [],
    connections: (sync?.connections ?? []).map((connection) => ({
      id: connection.id,
      accountEmail: connection.accountEmail,
      state: connection.status === "ACTIVE" ? "active" : "reconnect-needed",
      connectedAt: connection.connectedAt.toISOString(),
      calendars: connection.calendars.filter(({ readsBusy, receivesBookings }) => readsBusy || receivesBookings).map((calendar) => toCalendarView(calendar, sync?.comparisons.get(calendar.id), { now, timeZone })),
    })),
    queue: { ...queue, oldestWaitingAt: iso(oldestWaitingAt), lastWrittenAt: iso(lastWrittenAt) },
  };
}

const toCalendarView = (calendar: Calendar, comparison: Comparison | undefined, { now, timeZone }: { now: number; timeZone: string }): SyncCalendarView => ({
  id: calendar.id,
  name: calendar.name,
  readsBusy: calendar.readsBusy,
  receivesBookings: calendar.receivesBookings,
  lastReadAt: iso(calendar.lastReadAt),
  firstReadEvents: calendar.lastReadAt === null ? calendar.firstReadEvents : null,
  lastPushAt: iso(calendar.lastPushAt),
  channelExpiresAt: calendar.channelId === null ? null : iso(calendar.channelExpiresAt),
  lagSeconds: calendar.lastReadAt !== null ? Math.max(0, Math.round((now - calendar.lastReadAt.getTime()) / 1_000)) : null,
  lastError: calendar.lastError,
  lastErrorAt: iso(calendar.lastErrorAt),
  comparison: comparison === undefined ? null : toComparisonView(comparison, timeZone),
});
