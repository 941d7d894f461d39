import type { Tx } from "@/platform/db";
import type { CalendarOwner } from "./calendar-queue";

/** One external event that takes time. Epoch milliseconds. */
export interface BusyRow {
  readonly externalEventId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly kind: string;
}

export interface BusyChanges {
  readonly upserts: readonly BusyRow[];
  /** External event ids that take no time any more. */
  readonly removals: readonly string[];
  /** Ids whose instances, if any stand here, are gone: a series that was deleted or is one event now. */
  readonly retiredSeries: readonly string[];
}

/**
 * Writes one page of changes in one statement. Google names an instance after its series: `<series>_20261124T090000Z`,
 * or `_20261124` when it lasts all day. `<series>_R20261124T090000` is another series, made by "this and following".
 */
export async function ingestBusy(tx: Tx, calendar: CalendarOwner & { readonly id: string }, { upserts, removals, retiredSeries }: BusyChanges): Promise<void> {
  if (upserts.length + removals.length + retiredSeries.length === 0) return;
  await tx.$executeRaw`
    WITH removed AS (
      DELETE FROM busy_interval WHERE calendar_id = ${calendar.id}::uuid AND external_event_id = ANY(${[...removals]}::text[])
    ), retired AS (
      DELETE FROM busy_interval
      WHERE ${retiredSeries.length > 0} AND calendar_id = ${calendar.id}::uuid
        AND external_event_id ~ '_[0-9]{8}(T[0-9]{6}Z?)?$'
        AND regexp_replace(external_event_id, '_[0-9]{8}(T[0-9]{6}Z?)?$', '') = ANY(${[...retiredSeries]}::text[])
        AND external_event_id <> ALL(${upserts.map((row) => row.externalEventId)}::text[])
    )
    INSERT INTO busy_interval (id, calendar_id, provider_id, organization_id, external_event_id, starts_at, ends_at, kind)
    SELECT gen_random_uuid(), ${calendar.id}::uuid, ${calendar.providerId}::uuid, ${calendar.organizationId}::uuid, event_id, to_timestamp(starts_ms / 1000.0), to_timestamp(ends_ms / 1000.0), kind
    FROM unnest(
      ${upserts.map((row) => row.externalEventId)}::text[], ${upserts.map((row) => row.startsAt)}::float8[],
      ${upserts.map((row) => row.endsAt)}::float8[], ${upserts.map((row) => row.kind)}::text[]
    ) AS incoming (event_id, starts_ms, ends_ms, kind)
    ON CONFLICT (calendar_id, external_event_id) DO UPDATE SET starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at, kind = EXCLUDED.kind
    WHERE (busy_interval.starts_at, busy_interval.ends_at, busy_interval.kind) IS DISTINCT FROM (EXCLUDED.starts_at, EXCLUDED.ends_at, EXCLUDED.kind)`;
}

/** After a whole read: takes away what the read did not show. */
export async function sweepBusy(tx: Tx, calendarId: string, seen: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM busy_interval WHERE calendar_id = ${calendarId}::uuid
      AND NOT EXISTS (SELECT FROM unnest(${[...seen]}::text[]) AS shown (event_id) WHERE shown.event_id = busy_interval.external_event_id)`;
}
