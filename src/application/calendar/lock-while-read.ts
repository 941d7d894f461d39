import type { Tx } from "@/platform/db";

/**
 * False when the calendar is not (any longer) read. Locks its row: a disconnect or a change of use writes that row first,
 * so it either sees what the caller's transaction writes or stops it.
 */
export async function lockWhileRead(tx: Tx, calendarId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM calendar WHERE id = ${calendarId}::uuid FOR NO KEY UPDATE`;
  // A second statement: whoever waited for the lock must see what was committed meanwhile.
  const row = await tx.calendar.findFirst({ where: { id: calendarId, readsBusy: true, connection: { status: "ACTIVE" } }, select: { id: true } });
  return row !== null;
}
