import { requestCalendarUpdate, type CalendarUpdateRequest } from "@/application/calendar/request-calendar-update";
import type { Tx } from "@/platform/db";

/** Asks for a booking to be written to Google whole, or taken away, whatever was agreed on before. */
export async function pushAgain(tx: Tx, booking: CalendarUpdateRequest): Promise<void> {
  await tx.calendarEventLink.updateMany({ where: { seriesId: booking.seriesId }, data: { state: "PENDING", baseStartsAt: null, baseEndsAt: null } });
  await requestCalendarUpdate(tx, booking);
}
