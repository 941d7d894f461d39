import type { Tx } from "@/platform/db";

/** A time of an appointment, as epoch ms. */
export interface AppointmentSpan {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface KnownTime {
  /** What the patient takes the time to be without news of this row: what they were told last, or chose themselves since. Null when that is this row. */
  readonly known: AppointmentSpan | null;
  /** Whether this very time is what was told last: nothing has changed but for what happened between. */
  readonly isBack: boolean;
  /** Whether this very time is no news to the patient either: they know of nothing else, or moved back to it themselves. */
  readonly isKnown: boolean;
  /** Whether the patient was told of an earlier time that it stands. */
  readonly hasStood: boolean;
  /** Since when (epoch ms) this start has stood, whatever came between. */
  readonly since: number;
}

const TOLD_BY = ["booking-confirmed", "booking-pending", "booking-approved", "booking-rescheduled"];

/** They name a visit that stands, and bring its calendar entry along. */
const STANDS_BY = ["booking-confirmed", "booking-approved"];

interface Row extends AppointmentSpan {
  readonly id: string;
  readonly createdAt: number;
  readonly isTold: boolean;
  readonly isStanding: boolean;
  readonly isOwn: boolean;
}

/** What a patient knows of a booking's time. Moves in a row are told as one, so that rows may lie between which nobody heard of. */
export async function knownTime(tx: Tx, booking: { id: string; seriesId: string; version: number; status: string }, patientUserId: string | null): Promise<KnownTime> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, (extract(epoch FROM starts_at) * 1000)::float8 AS "startsAt", (extract(epoch FROM ends_at) * 1000)::float8 AS "endsAt", (extract(epoch FROM created_at) * 1000)::float8 AS "createdAt",
      EXISTS (SELECT 1 FROM message WHERE booking_id = booking.id AND recipient = 'PATIENT' AND template = ANY(${TOLD_BY}::text[]) AND state NOT IN ('SKIPPED', 'EXPIRED', 'FAILED')) AS "isTold",
      EXISTS (SELECT 1 FROM message WHERE booking_id = booking.id AND recipient = 'PATIENT' AND template = ANY(${STANDS_BY}::text[]) AND state NOT IN ('SKIPPED', 'EXPIRED', 'FAILED')) AS "isStanding",
      EXISTS (
        SELECT 1 FROM audit_entry
        WHERE subject_kind = 'booking' AND subject_id = booking.id::text AND action IN ('booking.confirm', 'booking.reschedule')
          AND (actor_kind IN ('guest', 'link', 'texter') OR (actor_kind = 'user' AND actor_id = ${patientUserId}))
      ) AS "isOwn"
    FROM booking WHERE series_id = ${booking.seriesId}::uuid AND version <= ${booking.version} ORDER BY version DESC, created_at DESC`;
  const current = rows.find(({ id }) => id === booking.id);
  if (current === undefined) throw new Error("a booking outside its series");
  // A cancellation is no news about the time: of a row that was known nothing came before.
  const before = booking.status === "CANCELLED" && (current.isTold || current.isOwn) ? [] : rows.filter((row) => row !== current);
  const known = before.find((row) => row.isTold || row.isOwn) ?? before[0] ?? null;
  const isSame = (row: AppointmentSpan | null | undefined) => row?.startsAt === current.startsAt && row.endsAt === current.endsAt;
  const isBack = isSame(before.find((row) => row.isTold));
  return {
    known,
    isBack,
    isKnown: isSame(known) || (isBack && current.isOwn),
    hasStood: before.some(({ isStanding }) => isStanding),
    since: Math.min(...rows.filter(({ startsAt }) => startsAt === current.startsAt).map(({ createdAt }) => createdAt)),
  };
}
