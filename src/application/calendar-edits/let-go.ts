import type { Tx } from "@/platform/db";

/** Remembers that a series has no event any more, and that this is right. */
export async function letGo(tx: Tx, seriesId: string): Promise<void> {
  await tx.calendarEventLink.updateMany({ where: { seriesId }, data: { baseStartsAt: null, baseEndsAt: null, state: "REMOVED", syncedVersion: null, attempts: 0, lastError: null } });
}
