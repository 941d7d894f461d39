import type { SlotsView } from "@/application/availability/availability-schemas";
import { loadAvailabilityFacts } from "@/application/availability/load-availability-facts";
import { slotRules } from "@/application/availability/offered-service";
import { searchRange } from "@/application/availability/search-range";
import { toSlotViews } from "@/application/availability/to-slot-views";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { reschedulePolicy } from "@/domain/booking/booking-policy";
import { normalizeReference } from "@/domain/booking/booking-reference";
import { decideTransition } from "@/domain/booking/booking-state-machine";
import { openSlots } from "@/domain/availability/open-slots";
import { getBookingRecord, roleOf, subjectOf } from "./booking-record";
import type { FindMoveSlotsInput } from "./booking-schemas";
import { ownOffer } from "./own-offer";
import { policyFacts } from "./to-booking-view";

/**
 * The starts a visit can move to: what search offers, at the length that was booked and with the visit itself not in the
 * way, so that times that overlap its own are there too. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT, POLICY_REFUSED,
 * VALIDATION_FAILED.
 */
export async function findMoveSlots(app: AppContext, { reference, from, to, timeZone }: FindMoveSlotsInput): Promise<SlotsView> {
  const now = app.clock.now();
  const range = searchRange({ from, to, timeZone }, now);
  const sql = readSql(app);
  const booking = await getBookingRecord(sql, { reference: normalizeReference(reference) });
  authorize(app.actor, "booking.reschedule", subjectOf(booking));
  const role = roleOf(app.actor, booking);
  const verdict = decideTransition("reschedule", booking.status, role);
  if (!verdict.ok) throw new AppError(verdict.reason);
  const policy = reschedulePolicy(policyFacts(booking), now);
  if (role === "patient" && !policy.isAllowed) throw new AppError("POLICY_REFUSED", { message: policy.sentence });
  const loaded = await loadAvailabilityFacts(sql, { ids: [booking.providerId] }, { ...range, now, exceptSeriesId: booking.seriesId });
  const offer = ownOffer(loaded, booking);
  const starts = offer.facts.provider.isActive ? openSlots({ ...slotRules(offer, now), range: [range.from, range.to] }).filter((startsAt) => startsAt !== booking.startsAt) : [];
  const providerTimeZone = offer.facts.provider.timeZone;
  return { provider: booking.provider.slug, service: booking.service.slug, timeZone, providerTimeZone, slots: toSlotViews(starts, offer.service.durationMinutes, timeZone, providerTimeZone) };
}
