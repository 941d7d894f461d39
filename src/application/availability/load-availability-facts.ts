import type { Sql } from "@/application/shared/sql";
import type { VisitMode } from "@/application/shared/common-schemas";
import type { AvailabilityException, ScheduleFacts, ServiceRules } from "@/domain/availability/availability-facts";
import { addDays, DAY_MS, type CivilDate } from "@/domain/time/calendar-day";
import { civilDateOf } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import { expandDates } from "./expand-dates";

/** A service as it is offered now: what decides its slots, and what a booking copies. */
export interface OfferedService extends ServiceRules {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly modes: VisitMode[];
  readonly requiresApproval: boolean;
  readonly cancellationWindowMinutes: number;
  readonly rescheduleWindowMinutes: number;
  readonly reminderMinutes: number[];
  readonly priceAmount: number;
  readonly currency: string;
}

interface ScheduleRow {
  readonly id: string;
  readonly slug: string;
  readonly organizationId: string | null;
  readonly locationId: string | null;
  readonly status: "DRAFT" | "ACTIVE" | "SUSPENDED";
  readonly timeZone: string;
  readonly services: OfferedService[];
  readonly weekly: ScheduleFacts["weekly"];
  readonly breaks: ScheduleFacts["breaks"];
  readonly exceptions: { kind: AvailabilityException["kind"]; from: CivilDate; to: CivilDate; startMinute: number | null; endMinute: number | null }[];
  readonly holidays: CivilDate[];
}

interface TakenRow {
  readonly providerId: string;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  /** False for visits that are over: they count towards a daily cap and are in nobody's way. */
  readonly blocks: boolean;
  /** Of bookings only. */
  readonly serviceId: string | null;
  readonly startsAt: number | null;
}

/** One provider's hours, services and everything taken, for starts in the range that was asked for. */
export interface ProviderFacts {
  readonly provider: { readonly id: string; readonly slug: string; readonly organizationId: string | null; readonly locationId: string | null; readonly isActive: boolean; readonly timeZone: string };
  /** In the provider's order. */
  readonly services: readonly OfferedService[];
  readonly schedule: ScheduleFacts;
  /** External events and blocked spans of bookings, epoch ms, any order. */
  readonly busy: readonly Interval[];
  /** Bookings of one service per local date of the schedule. */
  dailyCounts(serviceId: string): ReadonlyMap<CivilDate, number>;
}

/** Which providers: one by slug, or many by id. */
export type WhichProviders = { readonly slug: string } | { readonly ids: readonly string[] };

export interface FactsRange {
  /** Half-open range of starts that will be asked about, epoch ms. */
  readonly from: number;
  readonly to: number;
  /** Epoch ms: holds that ran out by then block nothing. */
  readonly now: number;
  /** Rows of this series are left out: a booking is not in its own way when it moves. */
  readonly exceptSeriesId?: string;
  /** Reads hours and exceptions this far (ms) around the range, so that `widenFacts` need not read them again. */
  readonly scheduleReachMs?: number;
}

/** A visit with its buffers takes at most 24 + 8 + 8 hours (the database's own limits). */
const LONGEST_VISIT_MS = 2 * DAY_MS;

const SCHEDULE_SQL = `
  SELECT p.id, p.slug, p.organization_id AS "organizationId", p.location_id AS "locationId", p.status::text AS status, p.time_zone AS "timeZone",
    (SELECT coalesce(json_agg(json_build_object(
        'id', s.id, 'slug', s.slug, 'name', s.name, 'isActive', s.is_active, 'modes', s.modes, 'requiresApproval', s.requires_approval,
        'durationMinutes', s.duration_minutes, 'bufferBeforeMinutes', s.buffer_before_minutes, 'bufferAfterMinutes', s.buffer_after_minutes,
        'slotStepMinutes', s.slot_step_minutes, 'minimumNoticeMinutes', s.minimum_notice_minutes, 'horizonDays', s.horizon_days, 'dailyCap', s.daily_cap,
        'cancellationWindowMinutes', s.cancellation_window_minutes, 'rescheduleWindowMinutes', s.reschedule_window_minutes,
        'reminderMinutes', s.reminder_minutes, 'priceAmount', s.price_amount, 'currency', s.currency) ORDER BY s.position, s.id), '[]')
      FROM service s WHERE s.provider_id = p.id) AS services,
    (SELECT coalesce(json_agg(json_build_object('weekday', r.weekday, 'startMinute', r.start_minute, 'endMinute', r.end_minute)) FILTER (WHERE r.kind = 'OPEN'), '[]')
      FROM availability_rule r WHERE r.provider_id = p.id) AS weekly,
    (SELECT coalesce(json_agg(json_build_object('weekday', r.weekday, 'startMinute', r.start_minute, 'endMinute', r.end_minute)) FILTER (WHERE r.kind = 'BREAK'), '[]')
      FROM availability_rule r WHERE r.provider_id = p.id) AS breaks,
    (SELECT coalesce(json_agg(json_build_object('kind', lower(e.kind::text), 'from', e.from_date, 'to', e.to_date, 'startMinute', e.start_minute, 'endMinute', e.end_minute)), '[]')
      FROM availability_exception e WHERE e.provider_id = p.id AND e.to_date >= $2::date AND e.from_date <= $3::date) AS exceptions,
    (SELECT coalesce(json_agg(h.on_date), '[]')
      FROM holiday h WHERE h.organization_id = p.organization_id AND h.on_date BETWEEN $2::date AND $3::date) AS holidays
  FROM provider p WHERE `;

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Bookings are found by their start, on the index (provider_id, starts_at), so the range is widened by the longest visit. */
const TAKEN_SQL = `
  SELECT b.provider_id AS "providerId", ${ms("b.blocked_from")} AS "from", ${ms("b.blocked_to")} AS "to", b.status <> 'COMPLETED' AS blocks, b.service_id AS "serviceId", ${ms("b.starts_at")} AS "startsAt"
  FROM booking b
  WHERE b.provider_id = ANY($1::uuid[]) AND b.starts_at >= $2::timestamptz AND b.starts_at < $3::timestamptz
    AND b.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED') AND (b.status <> 'HELD' OR b.hold_expires_at > $4::timestamptz)
    AND ($5::uuid IS NULL OR b.series_id <> $5::uuid)
  UNION ALL
  SELECT i.provider_id, ${ms("i.starts_at")}, ${ms("i.ends_at")}, true, NULL, NULL
  FROM busy_interval i JOIN calendar c ON c.id = i.calendar_id AND c.reads_busy
  WHERE i.provider_id = ANY($1::uuid[]) AND i.starts_at < $3::timestamptz AND i.ends_at > $2::timestamptz
  UNION ALL
  SELECT p.id, ${ms("i.starts_at")}, ${ms("i.ends_at")}, true, NULL, NULL
  FROM provider p
  JOIN busy_interval i ON i.organization_id = p.organization_id AND i.starts_at < $3::timestamptz AND i.ends_at > $2::timestamptz
  JOIN calendar c ON c.id = i.calendar_id AND c.reads_busy AND (c.location_id IS NULL OR c.location_id = p.location_id)
  WHERE p.id = ANY($1::uuid[])`;

const iso = (at: number) => new Date(at).toISOString();

/**
 * Everything that decides what can be booked: one query for hours, exceptions, holidays and services, one for what is
 * taken, however many providers. Providers that do not exist are missing from the answer; suspended ones and inactive
 * services are in it, marked.
 */
export async function loadAvailabilityFacts(sql: Sql, which: WhichProviders, range: FactsRange): Promise<ProviderFacts[]> {
  // Two days cover every offset from UTC and hours that begin the day before.
  const reachMs = range.scheduleReachMs ?? 0;
  const firstDate = addDays(civilDateOf(range.from - reachMs, "UTC"), -2);
  const lastDate = addDays(civilDateOf(range.to + reachMs, "UTC"), 3);
  const rows =
    "slug" in which
      ? await sql<ScheduleRow>(`${SCHEDULE_SQL} p.slug = $1`, [which.slug, firstDate, lastDate])
      : await sql<ScheduleRow>(`${SCHEDULE_SQL} p.id = ANY($1::uuid[])`, [which.ids, firstDate, lastDate]);
  if (rows.length === 0) return [];
  const taken = await loadTaken(sql, rows.map((row) => row.id), range);
  const takenBy = new Map<string, TakenRow[]>(rows.map((row) => [row.id, []]));
  for (const span of taken) takenBy.get(span.providerId)?.push(span);
  return rows.map((row) => toProviderFacts(row, takenBy.get(row.id) ?? [], firstDate, lastDate));
}

/** The same facts with what is taken in another range, which must lie within the schedule's reach. One query. */
export async function widenFacts(sql: Sql, facts: ProviderFacts, range: FactsRange): Promise<ProviderFacts> {
  return { ...facts, ...takenFacts(await loadTaken(sql, [facts.provider.id], range), facts.provider.timeZone) };
}

const loadTaken = (sql: Sql, providerIds: readonly string[], range: FactsRange): Promise<TakenRow[]> =>
  sql<TakenRow>(TAKEN_SQL, [providerIds, iso(range.from - LONGEST_VISIT_MS), iso(range.to + LONGEST_VISIT_MS), iso(range.now), range.exceptSeriesId ?? null]);

function toProviderFacts(row: ScheduleRow, taken: readonly TakenRow[], firstDate: CivilDate, lastDate: CivilDate): ProviderFacts {
  const { id, slug, organizationId, locationId, timeZone, services, weekly, breaks, holidays } = row;
  return {
    provider: { id, slug, organizationId, locationId, isActive: row.status === "ACTIVE", timeZone },
    services,
    schedule: { timeZone, weekly, breaks, holidays, exceptions: row.exceptions.flatMap((exception) => expandDates(exception, firstDate, lastDate)) },
    ...takenFacts(taken, timeZone),
  };
}

const takenFacts = (taken: readonly TakenRow[], timeZone: string): Pick<ProviderFacts, "busy" | "dailyCounts"> => ({
  busy: taken.filter((span) => span.blocks).map((span): Interval => [span.from, span.to]),
  dailyCounts(serviceId) {
    const counts = new Map<CivilDate, number>();
    for (const booking of taken) {
      if (booking.serviceId !== serviceId || booking.startsAt === null) continue;
      const onDate = civilDateOf(booking.startsAt, timeZone);
      counts.set(onDate, (counts.get(onDate) ?? 0) + 1);
    }
    return counts;
  },
});
