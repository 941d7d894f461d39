import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { calendarQueue } from "./calendar-queue";
import { LISTENED } from "./listened-calendars";
import { resumePushes } from "./resume-pushes";

/** Reads a provider's calendars and writes what is pending now instead of at the next check. Answers how many are read. */
export async function syncNow(app: AppContext, providerId: string | null): Promise<{ calendars: number }> {
  authorize(app.actor, "calendar.sync", { providerId });
  if (app.ports.calendar === null) throw new AppError("INTEGRATION_OFF");
  if (providerId === null) return { calendars: 0 };
  return inTransaction(app, async (tx) => {
    const connections = await tx.calendarConnection.findMany({ where: { providerId, access: { not: "LINK" }, status: { not: "DISCONNECTED" } }, select: { id: true, status: true, calendars: { where: LISTENED, select: { id: true } } } });
    if (connections.length > 0 && connections.every((connection) => connection.status === "RECONNECT_NEEDED")) throw new AppError("CALENDAR_RECONNECT_NEEDED");
    const calendars = connections.filter((connection) => connection.status === "ACTIVE").flatMap((connection) => connection.calendars);
    for (const { id: connectionId, status } of connections) {
      if (status === "ACTIVE") await enqueue(tx, "calendar.refresh-list", { connectionId }, { key: `list:${connectionId}`, queue: calendarQueue(providerId) });
    }
    for (const { id: calendarId } of calendars) await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(providerId) });
    await resumePushes(tx, providerId, app.clock.now());
    return { calendars: calendars.length };
  });
}
