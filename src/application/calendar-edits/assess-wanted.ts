import { assessStart } from "@/application/booking/assess-start";
import type { BookingRecord } from "@/application/booking/booking-record";
import { ownOffer } from "@/application/booking/own-offer";
import { sqlOf } from "@/application/shared/sql";
import type { SlotRefusal } from "@/domain/availability/explain-slot";
import type { EventSpan } from "@/domain/calendar-sync/event-span";
import { refusalForProvider } from "@/domain/calendar-sync/settle-edit";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { Tx } from "@/platform/db";

/**
 * The rule that refuses a visit another time, asked of the same functions as booking; null when none does. The visit's
 * own time is not in its way, and neither are the notice and the grid, which guide patients.
 */
export async function assessWanted(tx: Tx, booking: BookingRecord, wanted: EventSpan, now: number): Promise<SlotRefusal | null> {
  const { refusal } = await assessStart(sqlOf(tx), {
    which: { ids: [booking.providerId] }, startsAt: wanted.startsAt, now, exceptSeriesId: booking.seriesId,
    offerOf: (loaded) => {
      const offer = ownOffer(loaded, booking, (wanted.endsAt - wanted.startsAt) / MINUTE_MS);
      return { ...offer, service: { ...offer.service, minimumNoticeMinutes: 0 } };
    },
  });
  return refusalForProvider(refusal);
}
