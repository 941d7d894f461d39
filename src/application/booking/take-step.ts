import { authorize, type Action } from "@/application/shared/authorize";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { Sql } from "@/application/shared/sql";
import { normalizeReference } from "@/domain/booking/booking-reference";
import { decideTransition, type BookingCommand, type BookingState } from "@/domain/booking/booking-state-machine";
import { Prisma } from "@/generated/prisma/client";
import { lockBookingRecord, roleOf, subjectOf, type BookingRecord } from "./booking-record";

export interface Step {
  readonly booking: BookingRecord;
  readonly role: ReturnType<typeof roleOf>;
  readonly to: BookingState;
}

/** What would bring a request back to life that ran out and only waits for the sweep. */
const KEEPS_ALIVE: ReadonlySet<BookingCommand> = new Set(["approve", "reschedule"]);

const hasRunOut = ({ status, pendingExpiresAt }: BookingRecord, now: number) => status === "PENDING" && pendingExpiresAt !== null && pendingExpiresAt <= now;

/** Locks the current booking of a reference and answers whether the actor may take it a step on. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT. */
export async function beginStep(app: AppContext, sql: Sql, reference: string, action: Action, command: BookingCommand): Promise<Step> {
  const booking = await lockBookingRecord(sql, { reference: normalizeReference(reference) });
  authorize(app.actor, action, subjectOf(booking));
  const role = roleOf(app.actor, booking);
  const verdict = decideTransition(command, booking.status, role);
  if (!verdict.ok) throw new AppError(verdict.reason);
  if (KEEPS_ALIVE.has(command) && hasRunOut(booking, app.clock.now())) throw new AppError("STATUS_CONFLICT", { message: "This request was not answered in time and has run out. Nothing was changed." });
  return { booking, role, to: verdict.to };
}

/** What else a step says: who cancelled and why, why a rule was set aside, and whether calendars have to hear of it (iCalendar's SEQUENCE). */
interface StepDetails {
  readonly cancelledBy?: string;
  readonly cancellationNote?: string | null;
  readonly overrideReason?: string;
  readonly isRevision?: boolean;
}

/** Adds the step to what is written and returns the booking as it then is. */
export function writeStep(changes: Changes, { booking, to }: Step, now: number, { cancelledBy, cancellationNote, overrideReason, isRevision = false }: StepDetails = {}): BookingRecord {
  const after = {
    ...booking, status: to, cancelledBy: cancelledBy ?? booking.cancelledBy, cancellationNote: cancellationNote ?? booking.cancellationNote, overrideReason: overrideReason ?? booking.overrideReason,
    pendingExpiresAt: null, calendarWait: null, calendarWaitSince: null, version: booking.version + 1, sequence: booking.sequence + (isRevision ? 1 : 0),
  };
  changes.write("stepped", Prisma.sql`
    UPDATE booking SET status = ${to}::booking_status, pending_expires_at = NULL, calendar_wait = NULL, calendar_wait_since = NULL, override_reason = ${after.overrideReason}, version = ${after.version}::int, sequence = ${after.sequence}::int,
      cancelled_by = coalesce(${cancelledBy ?? null}, cancelled_by), cancellation_note = coalesce(${cancellationNote ?? null}, cancellation_note), updated_at = ${new Date(now).toISOString()}::timestamptz
    WHERE id = ${booking.id}::uuid`);
  return after;
}

/** The audit fact of a step: statuses only. */
export const stepFact = (action: string, before: BookingRecord, after: BookingRecord) => ({
  action,
  subjectKind: "booking",
  subjectId: after.id,
  providerId: after.providerId,
  before: { status: before.status },
  after: { status: after.status },
});
