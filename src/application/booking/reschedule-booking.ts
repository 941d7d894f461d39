import { awaitCalendars } from "@/application/calendar-outage/await-calendars";
import { wouldGuess } from "@/application/calendar-outage/readings";
import { announceChange } from "@/application/messages/announce-change";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import type { Sql } from "@/application/shared/sql";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { reschedulePolicy } from "@/domain/booking/booking-policy";
import { isReference, normalizeReference } from "@/domain/booking/booking-reference";
import { statusAfterMove } from "@/domain/booking/calendar-outage";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import { assessStart } from "./assess-start";
import { bookingNotFound, subjectOf, type BookingRecord } from "./booking-record";
import type { BookingView, RescheduleBookingInput } from "./booking-schemas";
import { followConfirmed, followEnded } from "./follow-up";
import { overlapsBooking } from "./overlaps-booking";
import { ownOffer } from "./own-offer";
import { StartRefused, withAlternatives } from "./start-refused";
import { beginStep, type Step } from "./take-step";
import { policyFacts, toBookingView } from "./to-booking-view";
import { writeMove, type Place } from "./write-move";

/** What was already moved elsewhere is followed here, so no rule binds it. */
const MOVED_ELSEWHERE = { reason: "Moved in the connected calendar" };

/** A move, and a new length where the visit shall get longer or shorter. */
export type Move = RescheduleBookingInput & { readonly durationMinutes?: number };

/**
 * Moves a booking: the row ends as RESCHEDULED and the next row of its series takes over its reference, patient,
 * price and status, but that a confirmed visit becomes a request while a calendar does not answer and the provider's policy
 * takes that for no ground to confirm on. Its length stays what was booked unless the move says otherwise. Patients are bound by the policy and
 * by what search offers; staff too, unless they override with a reason. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT,
 * POLICY_REFUSED and the refusals of `holdSlot` with alternatives.
 */
export async function rescheduleBooking(app: AppContext, input: Move): Promise<BookingView> {
  const reference = normalizeReference(input.reference);
  if (!isReference(reference)) throw bookingNotFound();
  const move = async (sql: Sql, changes: Changes) => {
    const step = await beginStep(app, sql, reference, "booking.reschedule", "reschedule");
    const now = app.clock.now();
    const override = step.role === "system" ? (input.override ?? MOVED_ELSEWHERE) : input.override;
    assertMayMove(app, step, override, now);
    const wanted = { startsAt: Date.parse(input.startsAt), durationMinutes: input.durationMinutes ?? minutesOf(step.booking) };
    if (wanted.startsAt === step.booking.startsAt && wanted.durationMinutes === minutesOf(step.booking)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "startsAt", message: "is the time the booking already has" }] });
    const place = await findPlace(sql, step.booking, wanted, override !== undefined, now);
    const { readings } = place.start.facts;
    const source = app.actor.kind === "google" ? "GOOGLE" : step.booking.source;
    const status = statusAfterMove(step.booking.status, { isGuess: wouldGuess(app, readings, now), isAnsweredFor: override !== undefined });
    const booking = writeMove(changes, step, { ...place, status, source, overrideReason: override?.reason ?? null }, now);
    if (booking.calendarWait !== null && readings) await awaitCalendars(app, changes, readings);
    await audit(changes, app.actor, {
      action: "booking.reschedule", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId,
      before: { bookingId: step.booking.id, startsAt: new Date(step.booking.startsAt).toISOString() },
      after: { bookingId: booking.id, startsAt: new Date(booking.startsAt).toISOString(), by: step.role, isOverbook: booking.isOverbook, ...(booking.calendarWait !== null && { waitsForCalendar: true }) },
    });
    return toBookingView(await announceMove(app, changes, booking, { wasConfirmed: step.booking.status === "CONFIRMED", now }), now);
  };
  return withAlternatives(app, () => decideAndWrite(app, move, lockProviderStatement({ reference })));
}

function assertMayMove(app: AppContext, { booking, role }: Step, override: RescheduleBookingInput["override"], now: number): void {
  if (override && role !== "system") authorize(app.actor, "booking.override", subjectOf(booking));
  const policy = reschedulePolicy(policyFacts(booking), now);
  if (policy.isAllowed || override) return;
  if (role === "patient") throw new AppError("POLICY_REFUSED", { message: policy.sentence });
  throw new AppError("POLICY_REFUSED", { message: "The time for moving has passed. Give a reason to move it all the same.", fields: [{ field: "override.reason", message: "is needed to break the policy" }] });
}

const minutesOf = ({ startsAt, endsAt }: BookingRecord): number => (endsAt - startsAt) / MINUTE_MS;

async function findPlace(sql: Sql, booking: BookingRecord, { startsAt, durationMinutes }: { startsAt: number; durationMinutes: number }, isOverride: boolean, now: number): Promise<Place> {
  const { providerId, seriesId: exceptSeriesId } = booking;
  const { service, facts, refusal } = await assessStart(sql, { which: { ids: [providerId] }, offerOf: (loaded) => ownOffer(loaded, booking, durationMinutes), startsAt, now, exceptSeriesId });
  const mayOverride = isOverride && refusal !== "IN_THE_PAST";
  if (!mayOverride && !facts.provider.isActive) throw new AppError("SLOT_NOT_OFFERED", { message: "This provider takes no bookings at the moment. Nothing was changed." });
  const start = { facts, service, wanted: startsAt, now, exceptSeriesId };
  if (!mayOverride && refusal) throw new StartRefused(refusal, start);
  const span = blockedSpan(startsAt, service);
  return { span, start, isOverbook: mayOverride && (await overlapsBooking(sql, providerId, span, now, exceptSeriesId)) };
}

async function announceMove(app: AppContext, changes: Changes, booking: BookingRecord, { wasConfirmed, now }: { wasConfirmed: boolean; now: number }): Promise<BookingRecord> {
  if (booking.status === "CONFIRMED") return followConfirmed(app, changes, booking, "rescheduled", now);
  if (wasConfirmed) await followEnded(app, changes, booking, "rescheduled", { hadEvent: true, now });
  else await announceChange(changes, booking, "rescheduled", { now, graceMs: app.config.changeGraceMs });
  return booking;
}
