import { calendarQueue, ownerIdOf } from "@/application/calendar/calendar-queue";
import { ingestBusy } from "@/application/calendar/ingest-busy";
import { lockWhileListened } from "@/application/calendar/lock-while-listened";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import type { AskedCalendar, CalendarAnswer } from "./ask-calendars";

interface Refused {
  readonly providerId: string;
  readonly holdId: string;
  readonly calendars: readonly AskedCalendar[];
}

/**
 * Keeps what a live check found, so that search does not offer it again, has the calendars that found something read, and
 * gives up the hold. A calendar that was read meanwhile knows better than the check and is left as it is.
 */
export async function noteBusy(app: AppContext, { providerId, holdId, calendars }: Refused, answers: ReadonlyMap<string, CalendarAnswer>): Promise<void> {
  await inTransaction(app, async (tx) => {
    for (const { id, lastReadAt, door } of calendars) {
      const upserts = answers.get(id)?.busy ?? [];
      if (upserts.length === 0 || !(await lockWhileListened(tx, id))?.readsBusy) continue;
      const calendar = await tx.calendar.findUniqueOrThrow({ where: { id }, select: { lastReadAt: true } });
      if ((calendar.lastReadAt?.getTime() ?? null) === lastReadAt) await ingestBusy(tx, { id, ...door }, { upserts, removals: [], retiredSeries: [] });
      await enqueue(tx, "calendar.sync", { calendarId: id }, { key: `sync:${id}`, queue: calendarQueue(ownerIdOf(door)) });
    }
    const { count } = await tx.booking.updateMany({ where: { id: holdId, status: "HELD" }, data: { status: "EXPIRED", version: { increment: 1 } } });
    if (count > 0) await audit(tx, app.actor, { action: "booking.refuse-busy", subjectKind: "booking", subjectId: holdId, providerId, before: { status: "HELD" }, after: { status: "EXPIRED" } });
  });
}
