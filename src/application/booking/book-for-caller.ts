import { getOffer } from "@/application/availability/offered-service";
import { audit } from "@/application/shared/audit";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { sqlOf } from "@/application/shared/sql";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { hashToken, randomToken } from "@/platform/crypto";
import { assessStart } from "./assess-start";
import { lockBookingRecord } from "./booking-record";
import type { BookForCallerInput, StaffBookingView } from "./booking-schemas";
import { announceBooking, writeBooking } from "./confirm-booking";
import { insertBooking, newSeries, serviceSnapshot } from "./insert-booking";
import { issueManageLink, linkExpiry } from "./manage-link";
import { overlapsBooking } from "./overlaps-booking";
import { StartRefused, withAlternatives } from "./start-refused";
import { toStaffBookingView } from "./to-staff-booking-view";

/**
 * The front desk books for somebody on the phone: held and confirmed in one transaction, approval included. With an
 * override and its reason also where search offers nothing, but never in the past.
 * Throws what `holdSlot` and `confirmBooking` throw, and NOT_ALLOWED.
 */
export async function bookForCaller(app: AppContext, input: BookForCallerInput): Promise<StaffBookingView> {
  assertTimeZone(input.timeZone);
  return withAlternatives(app, () =>
    inTransaction(app, async (tx) => {
      const sql = sqlOf(tx);
      const now = app.clock.now();
      const startsAt = Date.parse(input.startsAt);
      await lockProvider(tx, input.providerId);
      const { facts, service, refusal } = await assessStart(sql, { which: { ids: [input.providerId] }, offerOf: (loaded) => getOffer(loaded, input.service), startsAt, now });
      const { provider } = facts;
      authorize(app.actor, "booking.override", { providerId: provider.id, organizationId: provider.organizationId });
      if (!service.modes.includes(input.mode)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "mode", message: `must be one of ${service.modes.join(", ")}` }] });
      const mayOverride = input.override !== undefined && refusal !== "IN_THE_PAST";
      const refused = (reason: NonNullable<typeof refusal>) => new StartRefused(reason, { facts, service, wanted: startsAt, now });
      if (refusal && !mayOverride) throw refused(refusal);

      const span = blockedSpan(startsAt, service);
      const series = newSeries();
      const isOverbook = mayOverride && (await overlapsBooking(sql, provider.id, span, now));
      const isHeld = await insertBooking(
        sql,
        {
          ...series, ...span, ...serviceSnapshot(service, provider), status: "HELD", source: "DESK", mode: input.mode, patientTimeZone: input.timeZone,
          holdTokenHash: hashToken(randomToken()), holdExpiresAt: now, isOverbook, overrideReason: input.override?.reason ?? null,
        },
        now,
      );
      if (!isHeld) throw refused("BUSY");
      const hold = await lockBookingRecord(sql, { id: series.id });
      const booking = await writeBooking(app, tx, hold, { ...input, status: "CONFIRMED", pendingExpiresAt: null });
      await issueManageLink(app, tx, booking.seriesId, linkExpiry(booking.endsAt));
      await audit(tx, app.actor, { action: "booking.book-for-caller", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: { status: booking.status, reference: booking.reference, isOverbook } });
      return toStaffBookingView(await announceBooking(tx, booking, now), now);
    }),
  );
}
