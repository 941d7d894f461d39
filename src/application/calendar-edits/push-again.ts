import { requestCalendarUpdate } from "@/application/calendar/request-calendar-update";
import type { Tx } from "@/platform/db";

/** Asks for the current booking of a series to be written to Google whole, or taken away, whatever was agreed on before. */
export async function pushAgain(tx: Tx, { seriesId }: { readonly seriesId: string }): Promise<void> {
  await tx.calendarEventLink.updateMany({ where: { seriesId }, data: { state: "PENDING", baseStartsAt: null, baseEndsAt: null } });
  await requestCalendarUpdate(tx, { seriesId });
}
