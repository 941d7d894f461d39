import type { Tx } from "@/platform/db";
import { requestCalendarUpdate } from "./request-calendar-update";

/** Asks again for the event of every coming visit of a provider whose calendar does not say what the booking says. */
export async function resumePushes(tx: Tx, providerId: string, now: number): Promise<void> {
  const bookings = await tx.booking.findMany({
    where: {
      providerId,
      endsAt: { gt: new Date(now) },
      OR: [{ status: "CONFIRMED", eventLink: null }, { eventLink: { state: { in: ["PENDING", "FAILED"] } } }],
    },
    select: { seriesId: true },
    distinct: ["seriesId"],
    orderBy: { startsAt: "asc" },
  });
  for (const booking of bookings) await requestCalendarUpdate(tx, booking);
}
