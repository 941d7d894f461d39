import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { BookingSource } from "@/generated/prisma/enums";
import type { OfferedService } from "@/application/availability/load-availability-facts";
import type { BookingStatus, Channel, VisitMode } from "@/application/shared/common-schemas";
import type { Sql } from "@/application/shared/sql";
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
  readonly patientId?: string | null;
  readonly channels?: readonly Channel[];
  readonly reasonCiphertext?: string | null;
  readonly isOverbook?: boolean;
  readonly overrideReason?: string | null;
  readonly holdTokenHash?: string;
  readonly holdExpiresAt?: number;
  readonly pendingExpiresAt?: number | null;
  readonly rescheduledFromId?: string;
  readonly sequence?: number;
  readonly version?: number;
}

const COLUMNS = `id, series_id, reference, provider_id, service_id, location_id, patient_id, status, source, mode, starts_at, ends_at, blocked_from, blocked_to,
  time_zone, patient_time_zone, service_name, price_amount, currency, cancellation_window_minutes, reschedule_window_minutes, reminder_minutes,
  reason_ciphertext, channels, is_overbook, override_reason, hold_token_hash, hold_expires_at, pending_expires_at, rescheduled_from_id, sequence, version, created_at, updated_at`;

/** Frees what expired holds still occupy, then inserts, in one trip: no row back means that the time is taken. */
const INSERT_SQL = `
  WITH fresh AS (SELECT * FROM jsonb_populate_record(NULL::booking, $1::jsonb)),
  freed AS (
    UPDATE booking b SET status = 'EXPIRED', version = b.version + 1, updated_at = fresh.updated_at
    FROM fresh
    WHERE b.provider_id = fresh.provider_id AND b.status = 'HELD' AND b.hold_expires_at <= fresh.updated_at
      AND tstzrange(b.blocked_from, b.blocked_to) && tstzrange(fresh.blocked_from, fresh.blocked_to)
    RETURNING b.id
  )
  INSERT INTO booking (${COLUMNS})
  SELECT ${COLUMNS} FROM fresh, (SELECT count(*) FROM freed) AS after_freeing
  ON CONFLICT DO NOTHING
  RETURNING id`;

const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());

/** Writes a booking unless its time is taken. True when it was written; the constraint decides, without an error and without deadlocks. */
export async function insertBooking(sql: Sql, booking: NewBooking, now: number): Promise<boolean> {
  const row = {
    id: booking.id, series_id: booking.seriesId, reference: booking.reference, provider_id: booking.providerId, service_id: booking.serviceId, location_id: booking.locationId,
    patient_id: booking.patientId ?? null, status: booking.status, source: booking.source, mode: booking.mode,
    starts_at: iso(booking.startsAt), ends_at: iso(booking.endsAt), blocked_from: iso(booking.blockedFrom), blocked_to: iso(booking.blockedTo),
    time_zone: booking.timeZone, patient_time_zone: booking.patientTimeZone, service_name: booking.serviceName, price_amount: booking.priceAmount, currency: booking.currency,
    cancellation_window_minutes: booking.cancellationWindowMinutes, reschedule_window_minutes: booking.rescheduleWindowMinutes, reminder_minutes: booking.reminderMinutes,
    reason_ciphertext: booking.reasonCiphertext ?? null, channels: booking.channels ?? [], is_overbook: booking.isOverbook ?? false, override_reason: booking.overrideReason ?? null,
    hold_token_hash: booking.holdTokenHash ?? null, hold_expires_at: iso(booking.holdExpiresAt), pending_expires_at: iso(booking.pendingExpiresAt),
    rescheduled_from_id: booking.rescheduledFromId ?? null, sequence: booking.sequence ?? 0, version: booking.version ?? 1, created_at: iso(now), updated_at: iso(now),
  };
  return (await sql<{ id: string }>(INSERT_SQL, [JSON.stringify(row)])).length === 1;
}

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
});
