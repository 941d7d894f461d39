import type { Tx } from "@/platform/db";
import { LISTENED } from "./listened-calendars";

/**
 * How a calendar we follow is used, or null when it is not followed (any longer). Locks its row: a disconnect or a change of
 * use writes that row first, so it either sees what the caller's transaction writes or stops it.
 */
export async function lockWhileListened(tx: Tx, calendarId: string): Promise<{ readsBusy: boolean; generation: number } | null> {
  await tx.$queryRaw`SELECT id FROM calendar WHERE id = ${calendarId}::uuid FOR NO KEY UPDATE`;
  // A second statement: whoever waited for the lock must see what was committed meanwhile.
  return tx.calendar.findFirst({ where: { id: calendarId, ...LISTENED, connection: { status: "ACTIVE" } }, select: { readsBusy: true, generation: true } });
}
