import { uuidv7 } from "uuidv7";
import type { RefusedStart } from "@/application/availability/nearest-alternatives";
import type { Changes } from "@/application/shared/changes";
import type { BlockedSpan } from "@/domain/booking/blocked-span";
import { pendingExpiry } from "@/domain/booking/decide-booking";
import { Prisma } from "@/generated/prisma/client";
import type { BookingRecord } from "./booking-record";
import { insertBooking } from "./insert-booking";
import { extendManageLinks, linkExpiry } from "./manage-link";
import { StartRefused } from "./start-refused";
import type { Step } from "./take-step";

const NO_WAIT = { calendarWait: null, calendarWaitSince: null };

export interface Place {
  readonly span: BlockedSpan;
  readonly isOverbook: boolean;
  readonly start: RefusedStart;
}

export type NextRow = Place & Pick<BookingRecord, "status" | "source" | "overrideReason">;

/**
 * Writes the next row of a series, unless its time is taken after all: then StartRefused is thrown. The old row ends first:
 * a series has one current row, and its old time must be free for an overlapping new one.
 */
export function writeMove(changes: Changes, { booking: old, to }: Step, { span, start, status, isOverbook, source, overrideReason }: NextRow, now: number): BookingRecord {
  const id = uuidv7();
  changes.write("ended", Prisma.sql`
    UPDATE booking SET status = ${to}::booking_status, rescheduled_to_id = ${id}::uuid, version = version + 1, pending_expires_at = NULL, calendar_wait = NULL, calendar_wait_since = NULL, updated_at = ${new Date(now).toISOString()}::timestamptz
    WHERE id = ${old.id}::uuid RETURNING id`);
  const next: BookingRecord = {
    ...old, ...span, id, status, source, isOverbook, overrideReason, holdTokenHash: null, holdExpiresAt: null, attendanceConfirmedAt: null,
    pendingExpiresAt: status === "PENDING" ? pendingExpiry(span.startsAt, now) : null,
    // What was asked about the old time, or was known of it, is asked about the new one, by readings from now on.
    ...(status === "PENDING" && (old.calendarWait !== null || old.status === "CONFIRMED") ? { calendarWait: "WAITING" as const, calendarWaitSince: now } : NO_WAIT),
    sequence: old.sequence + 1, version: old.version + 1, createdAt: now,
  };
  const { holdTokenHash: _hash, holdExpiresAt: _expiry, ...row } = next;
  insertBooking(changes, { ...row, ...span, rescheduledFromId: old.id }, now, () => new StartRefused("BUSY", start), "ended");
  extendManageLinks(changes, old.seriesId, linkExpiry(span.endsAt));
  return next;
}
