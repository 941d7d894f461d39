import { getOffer } from "@/application/availability/offered-service";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { onOneConnection } from "@/application/shared/sql";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import type { BookingSource } from "@/generated/prisma/enums";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { HOLD_MINUTES } from "@/domain/booking/decide-booking";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import { hashToken, randomToken } from "@/platform/crypto";
import { assessStart, throwRefusal } from "./assess-start";
import type { HoldSlotInput, HoldView } from "./booking-schemas";
import { insertBooking, newSeries, serviceSnapshot } from "./insert-booking";

/**
 * Keeps a free start for one person for HOLD_MINUTES. Not audited: it names nobody and ends by itself.
 * Throws SLOT_TAKEN, NOTICE_TOO_SHORT, BEYOND_HORIZON, SLOT_NOT_OFFERED (all with the nearest free starts), NOT_FOUND.
 */
export async function holdSlot(app: AppContext, input: HoldSlotInput, source: BookingSource = "WEB"): Promise<HoldView> {
  authorize(app.actor, "booking.hold");
  const now = app.clock.now();
  const startsAt = Date.parse(input.startsAt);
  const wanted = { which: { slug: input.provider }, offerOf: (loaded: Parameters<typeof getOffer>[0]) => getOffer(loaded, input.service), startsAt, now };

  return onOneConnection(app, async ({ sql, inTransaction }) => {
    // A look without the lock answers most of a burst at once; only those who see a free time queue for it.
    const early = await assessStart(sql, wanted);
    const { service, facts } = early;
    if (!service.modes.includes(input.mode)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "mode", message: `must be one of ${service.modes.join(", ")}` }] });
    const outcome = early.refusal ?? (await inTransaction(lockProviderStatement(facts.provider.id), tryToHold));
    if (typeof outcome !== "string") return outcome;
    return throwRefusal(sql, outcome, { facts, service, wanted: startsAt, now });

    async function tryToHold() {
      const { refusal, service, facts } = await assessStart(sql, wanted);
      if (refusal) return refusal;
      const span = blockedSpan(startsAt, service);
      const series = newSeries();
      const holdToken = randomToken();
      const holdExpiresAt = now + HOLD_MINUTES * MINUTE_MS;
      const isHeld = await insertBooking(
        sql,
        { ...series, ...span, ...serviceSnapshot(service, facts.provider), status: "HELD", source, mode: input.mode, patientTimeZone: facts.provider.timeZone, holdTokenHash: hashToken(holdToken), holdExpiresAt },
        now,
      );
      if (!isHeld) return "BUSY";
      return { holdId: series.id, holdToken, startsAt: input.startsAt, endsAt: new Date(span.endsAt).toISOString(), expiresAt: new Date(holdExpiresAt).toISOString() };
    }
  });
}
