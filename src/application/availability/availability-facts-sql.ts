import { READINGS } from "@/application/calendar-outage/readings";

const ms = (column: string) => `date_part('epoch', ${column}) * 1000`;

/**
 * What takes the time of provider `p`, as JSON: [from, to, blocks, service, start] in epoch ms. $2 and $3 are the widened
 * range, $4 the instant by which holds have run out, $5 the series to leave out. Bookings are found by their start, on the index
 * (provider_id, starts_at).
 */
const TAKEN = `(
  SELECT coalesce(json_agg(taken.span), '[]') FROM (
    SELECT json_build_array(${ms("b.blocked_from")}, ${ms("b.blocked_to")}, b.status <> 'COMPLETED', b.service_id, ${ms("b.starts_at")}) AS span
      FROM booking b
     WHERE b.provider_id = p.id AND b.starts_at >= $2::timestamptz AND b.starts_at < $3::timestamptz
       AND b.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED') AND (b.status <> 'HELD' OR b.hold_expires_at > $4::timestamptz)
       AND ($5::uuid IS NULL OR b.series_id <> $5::uuid)
    UNION ALL
    SELECT json_build_array(${ms("i.starts_at")}, ${ms("i.ends_at")}, true, NULL, NULL)
      FROM busy_interval i JOIN calendar c ON c.id = i.calendar_id AND c.reads_busy
     WHERE i.provider_id = p.id AND i.starts_at < $3::timestamptz AND i.ends_at > $2::timestamptz
    UNION ALL
    SELECT json_build_array(${ms("i.starts_at")}, ${ms("i.ends_at")}, true, NULL, NULL)
      FROM busy_interval i JOIN calendar c ON c.id = i.calendar_id AND c.reads_busy AND (c.location_id IS NULL OR c.location_id = p.location_id)
     WHERE i.organization_id = p.organization_id AND i.starts_at < $3::timestamptz AND i.ends_at > $2::timestamptz
  ) taken)`;

const weeklyOf = (kind: "OPEN" | "BREAK") => `(
  SELECT coalesce(json_agg(json_build_object('weekday', r.weekday, 'startMinute', r.start_minute, 'endMinute', r.end_minute)), '[]')
    FROM availability_rule r WHERE r.provider_id = p.id AND r.kind = '${kind}')`;

/** $6 and $7 are the first and last date of exceptions and holidays. */
const factsSql = (more: string) => `
  SELECT p.id, p.slug, p.organization_id AS "organizationId", p.location_id AS "locationId", p.status::text AS status, p.time_zone AS "timeZone",
    (SELECT coalesce(json_agg(json_build_object(
        'id', s.id, 'slug', s.slug, 'name', s.name, 'isActive', s.is_active, 'modes', s.modes, 'requiresApproval', s.requires_approval,
        'durationMinutes', s.duration_minutes, 'bufferBeforeMinutes', s.buffer_before_minutes, 'bufferAfterMinutes', s.buffer_after_minutes,
        'slotStepMinutes', s.slot_step_minutes, 'minimumNoticeMinutes', s.minimum_notice_minutes, 'horizonDays', s.horizon_days, 'dailyCap', s.daily_cap,
        'cancellationWindowMinutes', s.cancellation_window_minutes, 'rescheduleWindowMinutes', s.reschedule_window_minutes,
        'reminderMinutes', s.reminder_minutes, 'reminderChannels', s.reminder_channels, 'priceAmount', s.price_amount, 'currency', s.currency) ORDER BY s.position, s.id), '[]')
      FROM service s WHERE s.provider_id = p.id) AS services,
    ${weeklyOf("OPEN")} AS weekly,
    ${weeklyOf("BREAK")} AS breaks,
    (SELECT coalesce(json_agg(json_build_object('kind', lower(e.kind::text), 'from', e.from_date, 'to', e.to_date, 'startMinute', e.start_minute, 'endMinute', e.end_minute)), '[]')
      FROM availability_exception e WHERE e.provider_id = p.id AND e.to_date >= $6::date AND e.from_date <= $7::date) AS exceptions,
    (SELECT coalesce(json_agg(h.on_date), '[]')
      FROM holiday h WHERE h.organization_id = p.organization_id AND h.on_date BETWEEN $6::date AND $7::date) AS holidays,
    ${TAKEN} AS taken${more}
  FROM provider p WHERE `;

const OF_SLUG = "p.slug = $1";
const OF_IDS = "p.id = ANY($1::uuid[])";
export const FACTS_OF_SLUG_SQL = factsSql("") + OF_SLUG;
export const FACTS_OF_IDS_SQL = factsSql("") + OF_IDS;
/** The same with whether the provider's calendars answer. */
export const READ_FACTS_OF_SLUG_SQL = factsSql(`, ${READINGS} AS readings`) + OF_SLUG;
export const READ_FACTS_OF_IDS_SQL = factsSql(`, ${READINGS} AS readings`) + OF_IDS;
/** What is taken, of the one provider with the id $1. */
export const TAKEN_SQL = `SELECT ${TAKEN} AS taken FROM provider p WHERE p.id = $1::uuid`;
