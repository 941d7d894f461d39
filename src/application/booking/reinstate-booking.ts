import { audit } from "@/application/shared/audit";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import type { Sql } from "@/application/shared/sql";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { isReference, normalizeReference } from "@/domain/booking/booking-reference";
import { refusalForProvider } from "@/domain/calendar-sync/settle-edit";
import { assessStart } from "./assess-start";
import { bookingNotFound } from "./booking-record";
import type { BookingView } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { ownOffer } from "./own-offer";
import { StartRefused, withAlternatives } from "./start-refused";
import { beginStep } from "./take-step";
import { toBookingView } from "./to-booking-view";
import { writeMove } from "./write-move";

/**
 * Brings a cancelled booking back at `startsAt` (epoch ms), its own time by default, as the next row of its series: same
 * reference, same link, and the patient is told. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT, and the refusals of
 * `holdSlot` with alternatives when the time is no longer free; notice and grid do not bind the clinic.
 */
export async function reinstateBooking(app: AppContext, input: { reference: string; startsAt?: number }): Promise<BookingView> {
  const reference = normalizeReference(input.reference);
  if (!isReference(reference)) throw bookingNotFound();
  const reinstate = async (sql: Sql, changes: Changes) => {
    const step = await beginStep(app, sql, reference, "booking.reinstate", "reinstate");
    const { booking: old } = step;
    const now = app.clock.now();
    const startsAt = input.startsAt ?? old.startsAt;
    const { facts, service, refusal } = await assessStart(sql, {
      which: { ids: [old.providerId] }, startsAt, now, exceptSeriesId: old.seriesId,
      offerOf: (loaded) => {
        const offer = ownOffer(loaded, old);
        return { ...offer, service: { ...offer.service, minimumNoticeMinutes: 0 } };
      },
    });
    const start = { facts, service, wanted: startsAt, now, exceptSeriesId: old.seriesId };
    const inTheWay = refusalForProvider(refusal);
    if (inTheWay !== null) throw new StartRefused(inTheWay, start);
    const booking = writeMove(changes, step, { span: blockedSpan(startsAt, service), start, isOverbook: false, status: "CONFIRMED", source: old.source, overrideReason: null }, now);
    await audit(changes, app.actor, {
      action: "booking.reinstate", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId,
      before: { bookingId: old.id, status: old.status }, after: { bookingId: booking.id, status: booking.status, startsAt: new Date(booking.startsAt).toISOString() },
    });
    return toBookingView(await followConfirmed(app, changes, booking, "confirmed", now), now);
  };
  return withAlternatives(app, () => decideAndWrite(app, reinstate, lockProviderStatement({ reference })));
}
