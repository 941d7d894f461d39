import { enqueue } from "@/application/shared/enqueue";
import type { Tx } from "@/platform/db";

/** Records that Google no longer accepts our grant and tells the provider, once, until they connect again. */
export async function markReconnectNeeded(tx: Tx, connectionId: string, now: number): Promise<void> {
  const { count } = await tx.calendarConnection.updateMany({
    where: { id: connectionId, status: "ACTIVE" },
    data: { status: "RECONNECT_NEEDED", lastError: "Google no longer accepts our access to this account.", lastErrorAt: new Date(now) },
  });
  if (count > 0) await enqueue(tx, "calendar.announce-reconnect", { connectionId }, { key: `reconnect:${connectionId}` });
}
