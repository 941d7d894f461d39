import { calendarQueue, ownerIdOf } from "@/application/calendar/calendar-queue";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import type { CalendarLinkInput } from "./calendar-link-schemas";
import { findOwnLink } from "./find-own-link";

/** Reads a calendar by link now, the whole of it, instead of at the next check. */
export async function rereadCalendarLink(app: AppContext, input: CalendarLinkInput): Promise<void> {
  await inTransaction(app, async (tx) => {
    const { calendars, ...owner } = await findOwnLink(app, tx, input);
    for (const { id: calendarId } of calendars.filter(({ readsBusy }) => readsBusy)) {
      await tx.calendar.update({ where: { id: calendarId }, data: { syncToken: null } });
      await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(ownerIdOf(owner)) });
    }
  });
}
