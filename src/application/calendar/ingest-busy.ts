import { uuidv7 } from "uuidv7";
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

/** Up to how many ids a plan made for any number of them does as well. */
const FEW = 20;

/**
 * Writes one page of changes in one statement, which the caller's lock on the calendar keeps from meeting another. Rows that
 * stand as they should are not touched. Google names an instance after its series: `<series>_20261124T090000Z`, or
 * `_20261124` when it lasts all day; the backtick is the character after the underscore.
 * `<series>_R20261124T090000` is another series, made by "this and following".
 */
export async function ingestBusy(tx: Tx, calendar: CalendarOwner & { readonly id: string }, { upserts, removals, retiredSeries }: BusyChanges): Promise<void> {
  if (upserts.length + removals.length + retiredSeries.length === 0) return;
  const eventIds = upserts.map((row) => row.externalEventId);
  if (upserts.length + removals.length + retiredSeries.length > FEW) await planByValues(tx);
  // OFFSET and ARRAY hold the planner to the index: a plan made without looking at the values expects few rows in a calendar.
  await tx.$executeRaw`
    WITH removed AS (
      DELETE FROM busy_interval WHERE calendar_id = ${calendar.id}::uuid AND external_event_id = ANY(${[...removals]}::text[])
    ), retired AS (
      DELETE FROM busy_interval WHERE id = ANY(ARRAY(
        SELECT instance.id FROM unnest(${[...retiredSeries]}::text[]) AS gone (series), LATERAL (
          SELECT id, external_event_id FROM busy_interval
          WHERE calendar_id = ${calendar.id}::uuid AND external_event_id > gone.series || '_' AND external_event_id < gone.series || '\`' OFFSET 0
        ) AS instance
        WHERE substr(instance.external_event_id, length(gone.series) + 1) ~ '^_[0-9]{8}(T[0-9]{6}Z?)?$' AND instance.external_event_id <> ALL(${eventIds}::text[])
      ))
    )
    MERGE INTO busy_interval AS busy
    USING (
      SELECT id, event_id, to_timestamp(starts_ms / 1000.0) AS starts_at, to_timestamp(ends_ms / 1000.0) AS ends_at, kind
      FROM unnest(${upserts.map(() => uuidv7())}::uuid[], ${eventIds}::text[], ${upserts.map((row) => row.startsAt)}::float8[], ${upserts.map((row) => row.endsAt)}::float8[], ${upserts.map((row) => row.kind)}::text[])
        AS shown (id, event_id, starts_ms, ends_ms, kind)
    ) AS incoming ON busy.calendar_id = ${calendar.id}::uuid AND busy.external_event_id = incoming.event_id
    WHEN MATCHED AND (busy.starts_at, busy.ends_at, busy.kind) IS DISTINCT FROM (incoming.starts_at, incoming.ends_at, incoming.kind)
      THEN UPDATE SET starts_at = incoming.starts_at, ends_at = incoming.ends_at, kind = incoming.kind
    WHEN NOT MATCHED THEN INSERT (id, calendar_id, provider_id, organization_id, external_event_id, starts_at, ends_at, kind)
      VALUES (incoming.id, ${calendar.id}::uuid, ${calendar.providerId}::uuid, ${calendar.organizationId}::uuid, incoming.event_id, incoming.starts_at, incoming.ends_at, incoming.kind)`;
}

/**
 * Has the rest of the transaction planned by what is asked. Prepared statements otherwise keep the plan that suited the
 * single events before, made perhaps while the table was nearly empty, and under it each page of a first read cost more
 * than the one before.
 */
const planByValues = (tx: Tx): Promise<number> => tx.$executeRaw`SET LOCAL plan_cache_mode = force_custom_plan`;

/** After a whole read: takes away what the read did not show. */
export async function sweepBusy(tx: Tx, calendarId: string, seen: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM busy_interval WHERE calendar_id = ${calendarId}::uuid
      AND NOT EXISTS (SELECT FROM unnest(${[...seen]}::text[]) AS shown (event_id) WHERE shown.event_id = busy_interval.external_event_id)`;
}
