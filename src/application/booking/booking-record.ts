import type { BookingSource, CalendarWait, MeetState, SyncState } from "@/generated/prisma/enums";
import { READINGS, type Readings } from "@/application/calendar-outage/readings";
import { IS_TAKEN } from "@/application/calendar-outage/taken-sql";
import { hasCalendarAccount } from "@/application/calendar/request-calendar-update";
import type { Actor } from "@/application/shared/actor";
import { can, type Subject } from "@/application/shared/authorize";
import type { BookingStatus, Channel, VisitMode } from "@/application/shared/common-schemas";
import { AppError } from "@/application/shared/errors";
import type { Sql } from "@/application/shared/sql";
import type { BookingRole } from "@/domain/booking/booking-state-machine";

/** A booking with everything its verbs and views need, read in one statement. Instants are epoch ms. */
export interface BookingRecord {
  readonly id: string;
  readonly seriesId: string;
  readonly reference: string;
  readonly providerId: string;
  readonly serviceId: string;
  readonly locationId: string | null;
  readonly patientId: string | null;
  readonly status: BookingStatus;
  readonly source: BookingSource;
  readonly mode: VisitMode;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly timeZone: string;
  readonly patientTimeZone: string;
  readonly serviceName: string;
  readonly priceAmount: number;
  readonly currency: string;
  readonly cancellationWindowMinutes: number;
  readonly rescheduleWindowMinutes: number;
  readonly reminderMinutes: number[];
  readonly reminderChannels: string[];
  /** Chosen by its manage link. */
  readonly reminderChoice: string | null;
  readonly reasonCiphertext: string | null;
  readonly channels: Channel[];
  readonly isOverbook: boolean;
  readonly overrideReason: string | null;
  /** Who ended it and what they noted about it. */
  readonly cancelledBy: string | null;
  readonly cancellationNote: string | null;
  readonly holdTokenHash: string | null;
  readonly holdExpiresAt: number | null;
  readonly pendingExpiresAt: number | null;
  /** On a request: a calendar's answer is awaited, or something takes the time after all. */
  readonly calendarWait: CalendarWait | null;
  readonly calendarWaitSince: number | null;
  readonly sequence: number;
  readonly version: number;
  readonly createdAt: number;
  /** The patient has said that they will come. */
  readonly attendanceConfirmedAt: number | null;
  readonly language: string | null;
  readonly provider: { slug: string; name: string; title: string; portraitSeed: string; phone: string | null; status: string; organizationId: string | null };
  readonly service: { slug: string; requiresApproval: boolean };
  readonly location: { name: string; addressLine: string; city: string; postalCode: string; country: string; phone: string } | null;
  readonly patient: { name: string; email: string | null; phone: string | null; userId: string | null } | null;
  readonly meet: { state: MeetState; url: string | null } | null;
  readonly event: { state: SyncState; isDeclined: boolean } | null;
  /** Whether there is a Google account that could make a Meet link. */
  readonly hasCalendarAccount: boolean;
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** SQL: what a booking shows of a provider `p` and of a location `l`, which may be missing. */
export const PROVIDER = "json_build_object('slug', p.slug, 'name', p.name, 'title', p.title, 'portraitSeed', p.portrait_seed, 'phone', p.phone, 'status', p.status, 'organizationId', p.organization_id)";
export const LOCATION = "CASE WHEN l.id IS NOT NULL THEN json_build_object('name', l.name, 'addressLine', l.address_line, 'city', l.city, 'postalCode', l.postal_code, 'country', l.country, 'phone', l.phone) END";

/**
 * A guest's record belongs to the user who has proved that its e-mail address is theirs. `b` is the booking; a WHERE
 * clause follows.
 */
const recordSql = (more: string) => `
  SELECT b.id, b.series_id AS "seriesId", b.reference, b.provider_id AS "providerId", b.service_id AS "serviceId", b.location_id AS "locationId", b.patient_id AS "patientId",
    b.status::text AS status, b.source::text AS source, b.mode::text AS mode, ${ms("b.starts_at")} AS "startsAt", ${ms("b.ends_at")} AS "endsAt",
    b.time_zone AS "timeZone", b.patient_time_zone AS "patientTimeZone", b.service_name AS "serviceName", b.price_amount AS "priceAmount", b.currency,
    b.cancellation_window_minutes AS "cancellationWindowMinutes", b.reschedule_window_minutes AS "rescheduleWindowMinutes", b.reminder_minutes AS "reminderMinutes", b.reminder_channels AS "reminderChannels", b.reminder_choice AS "reminderChoice",
    b.reason_ciphertext AS "reasonCiphertext", b.channels::text[] AS channels, b.is_overbook AS "isOverbook", b.override_reason AS "overrideReason", b.cancelled_by AS "cancelledBy", b.cancellation_note AS "cancellationNote",
    b.hold_token_hash AS "holdTokenHash", ${ms("b.hold_expires_at")} AS "holdExpiresAt", ${ms("b.pending_expires_at")} AS "pendingExpiresAt",
    b.calendar_wait::text AS "calendarWait", ${ms("b.calendar_wait_since")} AS "calendarWaitSince",
    b.sequence, b.version, ${ms("b.created_at")} AS "createdAt", ${ms("b.attendance_confirmed_at")} AS "attendanceConfirmedAt", b.language,
    ${PROVIDER} AS provider,
    json_build_object('slug', s.slug, 'requiresApproval', s.requires_approval) AS service,
    ${LOCATION} AS location,
    CASE WHEN pt.id IS NOT NULL THEN json_build_object('name', pt.name, 'email', pt.email, 'phone', pt.phone,
      'userId', coalesce(pt.user_id, (SELECT u.id FROM "user" u WHERE u.email = pt.email AND u.email_verified IS NOT NULL))) END AS patient,
    (SELECT json_build_object('state', m.state, 'url', m.url) FROM meet_link m WHERE m.series_id = b.series_id) AS meet,
    (SELECT json_build_object('state', e.state, 'isDeclined', e.is_declined) FROM calendar_event_link e WHERE e.series_id = b.series_id) AS event,
    ${hasCalendarAccount("b.provider_id")} AS "hasCalendarAccount"${more}
  FROM booking b
  JOIN provider p ON p.id = b.provider_id
  JOIN service s ON s.id = b.service_id
  LEFT JOIN location l ON l.id = b.location_id
  LEFT JOIN patient pt ON pt.id = b.patient_id`;

/** Bookings by a WHERE (and ORDER BY) clause over `b` and, for patients, `pt`. */
export const listBookingRecords = (sql: Sql, clause: string, values: readonly unknown[]): Promise<BookingRecord[]> => sql<BookingRecord>(`${RECORD_SQL} ${clause}`, values);

const RECORD_SQL = recordSql("");
const TO_CONFIRM_SQL = recordSql(`, ${ms("b.blocked_from")} AS "blockedFrom", ${ms("b.blocked_to")} AS "blockedTo", ${READINGS} AS readings, ${IS_TAKEN} AS "isTaken"`);

/** A booking with what else decides whether it may be confirmed. */
export interface BookingToConfirm extends BookingRecord {
  /** Epoch ms, buffers included. */
  readonly blockedFrom: number;
  readonly blockedTo: number;
  readonly readings: Readings;
  /** Something in a calendar takes its time. */
  readonly isTaken: boolean;
}

/** One row by its id, or the current row of a reference or a series. */
export type WhichBooking = { readonly id: string } | { readonly reference: string } | { readonly seriesId: string };

function whereOf(which: WhichBooking): [clause: string, values: unknown[]] {
  if ("id" in which) return ["WHERE b.id = $1::uuid", [which.id]];
  if ("reference" in which) return ["WHERE b.reference = $1 AND b.status <> 'RESCHEDULED'", [which.reference]];
  return ["WHERE b.series_id = $1::uuid AND b.status <> 'RESCHEDULED'", [which.seriesId]];
}

export async function findBookingRecord(sql: Sql, which: WhichBooking): Promise<BookingRecord | null> {
  const [clause, values] = whereOf(which);
  const [record] = await listBookingRecords(sql, clause, values);
  return record ?? null;
}

/** Throws NOT_FOUND. */
export async function getBookingRecord(sql: Sql, which: WhichBooking): Promise<BookingRecord> {
  const record = await findBookingRecord(sql, which);
  if (!record) throw bookingNotFound();
  return record;
}

/** The same, locked until the transaction ends: nobody else changes this booking meanwhile. Throws NOT_FOUND, or what `absent` gives. */
export async function lockBookingRecord(sql: Sql, which: WhichBooking, absent: () => Error = bookingNotFound): Promise<BookingRecord> {
  return lockRow(which, absent, (clause, values) => listBookingRecords(sql, clause, values));
}

/** The same with what decides about its confirmation, in the same one statement. */
export async function lockBookingToConfirm(sql: Sql, which: WhichBooking, absent: () => Error = bookingNotFound): Promise<BookingToConfirm> {
  return lockRow(which, absent, (clause, values) => sql<BookingToConfirm>(`${TO_CONFIRM_SQL} ${clause}`, values));
}

async function lockRow<Row>(which: WhichBooking, absent: () => Error, list: (clause: string, values: unknown[]) => Promise<Row[]>): Promise<Row> {
  const [clause, values] = whereOf(which);
  const lock = async () => (await list(`${clause} FOR UPDATE OF b`, values))[0];
  // Whoever waited for a reschedule finds the old row ended; a second look sees the row that follows it.
  const record = (await lock()) ?? (await lock());
  if (!record) throw absent();
  return record;
}

export const subjectOf = (booking: BookingRecord): Subject => ({
  providerId: booking.providerId,
  organizationId: booking.provider.organizationId,
  seriesId: booking.seriesId,
  patientUserId: booking.patient?.userId ?? null,
});

/** In which role an actor who may touch the booking does so: the clinic's own people act as the clinic. */
export function roleOf(actor: Actor, booking: BookingRecord): Exclude<BookingRole, "holder"> {
  if (actor.kind === "system" || actor.kind === "google") return "system";
  return can(actor, "booking.override", subjectOf(booking)) ? "staff" : "patient";
}

export function bookingNotFound(): AppError {
  return new AppError("NOT_FOUND", { message: "We could not find this booking." });
}
