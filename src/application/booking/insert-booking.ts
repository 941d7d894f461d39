import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { Prisma } from "@/generated/prisma/client";
import type { BookingSource, CalendarWait } from "@/generated/prisma/enums";
import type { OfferedService } from "@/application/availability/load-availability-facts";
import type { BookingStatus, Channel, VisitMode } from "@/application/shared/common-schemas";
import type { Changes } from "@/application/shared/changes";
import type { BlockedSpan } from "@/domain/booking/blocked-span";
import { bookingReference } from "@/domain/booking/booking-reference";

/** A row to be written. Instants are epoch ms; what is absent is null or the column's default. */
export interface NewBooking extends BlockedSpan {
  readonly id: string;
  readonly seriesId: string;
  readonly reference: string;
  readonly providerId: string;
  readonly serviceId: string;
  readonly locationId: string | null;
  readonly status: BookingStatus;
  readonly source: BookingSource;
  readonly mode: VisitMode;
  readonly timeZone: string;
  readonly patientTimeZone: string;
  readonly serviceName: string;
  readonly priceAmount: number;
  readonly currency: string;
  readonly cancellationWindowMinutes: number;
  readonly rescheduleWindowMinutes: number;
  readonly reminderMinutes: readonly number[];
  readonly reminderChannels?: readonly string[];
  readonly reminderChoice?: string | null;
  /** An id, or an expression over other parts of the same change. */
  readonly patientId?: string | Prisma.Sql | null;
  readonly channels?: readonly Channel[];
  readonly reasonCiphertext?: string | null;
  readonly isOverbook?: boolean;
  readonly overrideReason?: string | null;
  readonly holdTokenHash?: string;
  readonly heldBy?: string;
  readonly holdExpiresAt?: number;
  readonly pendingExpiresAt?: number | null;
  readonly calendarWait?: CalendarWait | null;
  readonly calendarWaitSince?: number | null;
  readonly rescheduledFromId?: string;
  readonly sequence?: number;
  readonly version?: number;
  readonly language?: string | null;
}

const COLUMNS = Prisma.raw(`id, series_id, reference, provider_id, service_id, location_id, status, source, mode, starts_at, ends_at, blocked_from, blocked_to,
  time_zone, patient_time_zone, service_name, price_amount, currency, cancellation_window_minutes, reschedule_window_minutes, reminder_minutes, reminder_channels, reminder_choice,
  reason_ciphertext, channels, is_overbook, override_reason, hold_token_hash, held_by, hold_expires_at, pending_expires_at, calendar_wait, calendar_wait_since, rescheduled_from_id, sequence, version, language, created_at, updated_at`);

const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());

/**
 * Writes a booking, together with all other changes, unless its time is taken: then nothing is written and `taken` is
 * thrown. What expired holds still occupy is freed first, and what the part named `after` ends. The constraint decides,
 * without an error of the database and without deadlocks.
 */
export function insertBooking(changes: Changes, booking: NewBooking, now: number, taken: () => Error, after?: string): void {
  changes.write("new_row", Prisma.sql`SELECT * FROM jsonb_populate_record(NULL::booking, ${JSON.stringify(rowOf(booking, now))}::jsonb)`);
  changes.write("freed", Prisma.sql`
    UPDATE booking b SET status = 'EXPIRED', version = b.version + 1, updated_at = new_row.updated_at
    FROM new_row
    WHERE b.provider_id = ${booking.providerId}::uuid AND b.status = 'HELD' AND b.hold_expires_at <= new_row.updated_at
      AND tstzrange(b.blocked_from, b.blocked_to) && tstzrange(new_row.blocked_from, new_row.blocked_to)
    RETURNING b.id`);
  const afterFreeing = Prisma.join(["freed", ...(after === undefined ? [] : [after])].map((part) => Prisma.raw(`(SELECT count(*) FROM ${part}) AS after_${part}`)));
  const patientId = booking.patientId instanceof Prisma.Sql ? booking.patientId : Prisma.sql`${booking.patientId ?? null}::uuid`;
  changes.write("inserted", Prisma.sql`INSERT INTO booking (patient_id, ${COLUMNS}) SELECT ${patientId}, ${COLUMNS} FROM new_row, ${afterFreeing} ON CONFLICT DO NOTHING RETURNING id`);
  changes.demand(Prisma.sql`EXISTS (SELECT FROM inserted)`, taken);
}

const rowOf = (booking: NewBooking, now: number) => ({
  id: booking.id, series_id: booking.seriesId, reference: booking.reference, provider_id: booking.providerId, service_id: booking.serviceId, location_id: booking.locationId,
  status: booking.status, source: booking.source, mode: booking.mode,
  starts_at: iso(booking.startsAt), ends_at: iso(booking.endsAt), blocked_from: iso(booking.blockedFrom), blocked_to: iso(booking.blockedTo),
  time_zone: booking.timeZone, patient_time_zone: booking.patientTimeZone, service_name: booking.serviceName, price_amount: booking.priceAmount, currency: booking.currency,
  cancellation_window_minutes: booking.cancellationWindowMinutes, reschedule_window_minutes: booking.rescheduleWindowMinutes, reminder_minutes: booking.reminderMinutes, reminder_channels: booking.reminderChannels ?? [], reminder_choice: booking.reminderChoice ?? null,
  reason_ciphertext: booking.reasonCiphertext ?? null, channels: booking.channels ?? [], is_overbook: booking.isOverbook ?? false, override_reason: booking.overrideReason ?? null,
  hold_token_hash: booking.holdTokenHash ?? null, held_by: booking.heldBy ?? null, hold_expires_at: iso(booking.holdExpiresAt), pending_expires_at: iso(booking.pendingExpiresAt),
  calendar_wait: booking.calendarWait ?? null, calendar_wait_since: iso(booking.calendarWaitSince),
  rescheduled_from_id: booking.rescheduledFromId ?? null, sequence: booking.sequence ?? 0, version: booking.version ?? 1, language: booking.language ?? null, created_at: iso(now), updated_at: iso(now),
});

/** The identity of a booking that begins a series. */
export function newSeries(): { id: string; seriesId: string; reference: string } {
  const id = uuidv7();
  return { id, seriesId: id, reference: bookingReference(randomBytes(16)) };
}

/** What a booking copies from its service and provider, so that later edits of them change nothing. */
export const serviceSnapshot = (service: OfferedService, provider: { timeZone: string; locationId: string | null; id: string }) => ({
  providerId: provider.id,
  serviceId: service.id,
  locationId: provider.locationId,
  timeZone: provider.timeZone,
  serviceName: service.name,
  priceAmount: service.priceAmount,
  currency: service.currency,
  cancellationWindowMinutes: service.cancellationWindowMinutes,
  rescheduleWindowMinutes: service.rescheduleWindowMinutes,
  reminderMinutes: service.reminderMinutes,
  reminderChannels: service.reminderChannels,
});
