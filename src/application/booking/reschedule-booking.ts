import { uuidv7 } from "uuidv7";
import type { RefusedStart } from "@/application/availability/nearest-alternatives";
import { announceChange } from "@/application/messages/announce-change";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import type { Sql } from "@/application/shared/sql";
import { blockedSpan, type BlockedSpan } from "@/domain/booking/blocked-span";
import { reschedulePolicy } from "@/domain/booking/booking-policy";
import { isReference, normalizeReference } from "@/domain/booking/booking-reference";
import { pendingExpiry } from "@/domain/booking/decide-booking";
import { Prisma } from "@/generated/prisma/client";
import { assessStart } from "./assess-start";
import { bookingNotFound, subjectOf, type BookingRecord } from "./booking-record";
import type { BookingView, RescheduleBookingInput } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { insertBooking } from "./insert-booking";
import { extendManageLinks, linkExpiry } from "./manage-link";
import { overlapsBooking } from "./overlaps-booking";
import { ownOffer } from "./own-offer";
import { StartRefused, withAlternatives } from "./start-refused";
import { beginStep, type Step } from "./take-step";
import { policyFacts, toBookingView } from "./to-booking-view";

/** A background job moves what was already moved elsewhere, so no rule binds it. */
const MOVED_ELSEWHERE = { reason: "Moved in the connected calendar" };

/**
 * Moves a booking: the row ends as RESCHEDULED and the next row of its series takes over its reference, patient,
 * price and status. Its length stays what was booked. Patients are bound by the policy and by what search offers; staff
 * too, unless they override with a reason. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT, POLICY_REFUSED and the
 * refusals of `holdSlot` with alternatives.
 */
export async function rescheduleBooking(app: AppContext, input: RescheduleBookingInput): Promise<BookingView> {
  const reference = normalizeReference(input.reference);
  if (!isReference(reference)) throw bookingNotFound();
  const move = async (sql: Sql, changes: Changes) => {
    const step = await beginStep(app, sql, reference, "booking.reschedule", "reschedule");
    const now = app.clock.now();
    const override = step.role === "system" ? (input.override ?? MOVED_ELSEWHERE) : input.override;
    assertMayMove(app, step, override, now);
    const startsAt = Date.parse(input.startsAt);
    if (startsAt === step.booking.startsAt) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "startsAt", message: "is the time the booking already has" }] });
    const place = await findPlace(sql, step.booking, startsAt, override !== undefined, now);
    const booking = writeMove(changes, step, { ...place, overrideReason: override?.reason ?? null }, now);
    await audit(changes, app.actor, {
      action: "booking.reschedule", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId,
      before: { bookingId: step.booking.id, startsAt: new Date(step.booking.startsAt).toISOString() },
      after: { bookingId: booking.id, startsAt: new Date(booking.startsAt).toISOString(), by: step.role, isOverbook: booking.isOverbook },
    });
    return toBookingView(await announceMove(changes, booking, now), now);
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

interface Place {
  readonly span: BlockedSpan;
  readonly isOverbook: boolean;
  readonly start: RefusedStart;
}

async function findPlace(sql: Sql, booking: BookingRecord, startsAt: number, isOverride: boolean, now: number): Promise<Place> {
  const { providerId, seriesId: exceptSeriesId } = booking;
  const { service, facts, refusal } = await assessStart(sql, { which: { ids: [providerId] }, offerOf: (loaded) => ownOffer(loaded, booking), startsAt, now, exceptSeriesId });
  const mayOverride = isOverride && refusal !== "IN_THE_PAST";
  if (!mayOverride && !facts.provider.isActive) throw new AppError("SLOT_NOT_OFFERED", { message: "This provider takes no bookings at the moment. Nothing was changed." });
  const start = { facts, service, wanted: startsAt, now, exceptSeriesId };
  if (!mayOverride && refusal) throw new StartRefused(refusal, start);
  const span = blockedSpan(startsAt, service);
  return { span, start, isOverbook: mayOverride && (await overlapsBooking(sql, providerId, span, now, exceptSeriesId)) };
}

/** The old row ends first: a series has one current row, and its old time must be free for an overlapping new one. */
function writeMove(changes: Changes, { booking: old, to }: Step, { span, start, isOverbook, overrideReason }: Place & { overrideReason: string | null }, now: number): BookingRecord {
  const id = uuidv7();
  changes.write("ended", Prisma.sql`
    UPDATE booking SET status = ${to}::booking_status, rescheduled_to_id = ${id}::uuid, version = version + 1, pending_expires_at = NULL, updated_at = ${new Date(now).toISOString()}::timestamptz
    WHERE id = ${old.id}::uuid RETURNING id`);
  const next: BookingRecord = {
    ...old, ...span, id, isOverbook, overrideReason, holdTokenHash: null, holdExpiresAt: null,
    pendingExpiresAt: old.status === "PENDING" ? pendingExpiry(span.startsAt, now) : null,
    sequence: old.sequence + 1, version: old.version + 1, createdAt: now,
  };
  const { holdTokenHash: _hash, holdExpiresAt: _expiry, ...row } = next;
  insertBooking(changes, { ...row, ...span, rescheduledFromId: old.id }, now, () => new StartRefused("BUSY", start), "ended");
  extendManageLinks(changes, old.seriesId, linkExpiry(span.endsAt));
  return next;
}

async function announceMove(changes: Changes, booking: BookingRecord, now: number): Promise<BookingRecord> {
  if (booking.status === "CONFIRMED") return followConfirmed(changes, booking, "rescheduled", now);
  await announceChange(changes, booking, "rescheduled");
  return booking;
}
