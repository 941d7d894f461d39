import type { Pool } from "pg";

/** First instant of the world, a Monday: 07:00 UTC. */
export const WORLD_BEGINS = Date.UTC(2026, 10, 23, 7);
const FUTURE_DAYS = 30;
const SLOTS_A_DAY = 20;

const uuid = (kind: string, number: string) => `('${kind}000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const PEOPLE = `
  INSERT INTO organization (id, slug, name, email, phone) VALUES (${uuid("a1", "1")}, 'clinic', 'Bench Clinic', 'clinic@example.test', '+493012345678');
  INSERT INTO location (id, organization_id, slug, name, address_line, city, postal_code, country, time_zone, phone)
    VALUES (${uuid("b1", "1")}, ${uuid("a1", "1")}, 'main', 'Main site', 'Teststraße 1', 'Berlin', '10115', 'DE', 'Europe/Berlin', '+493012345678');
  INSERT INTO provider (id, slug, organization_id, location_id, status, name, title, bio, specialities, languages, time_zone, email, portrait_seed)
    SELECT ${uuid("c1", "p")}, 'provider-' || p, ${uuid("a1", "1")}, ${uuid("b1", "1")}, 'ACTIVE', 'Dr Number ' || p, 'General practitioner', repeat('A few words about the practice. ', 8),
      ARRAY[(ARRAY['Dermatology', 'Cardiology', 'General practice'])[1 + p % 3]], ARRAY['en'], 'UTC', 'p' || p || '@example.test', 'seed' || p
    FROM generate_series(1, $1::int) AS p;
  INSERT INTO service (id, provider_id, slug, name, duration_minutes, slot_step_minutes, buffer_after_minutes, minimum_notice_minutes, horizon_days, price_amount, currency, modes, position)
    SELECT ${uuid("d1", "p * 10 + s")}, ${uuid("c1", "p")}, 'service-' || s, 'Service ' || s, 30, 30, 0, 60 * s, 30, 5000, 'EUR', (ARRAY['{IN_PERSON,ONLINE}', '{ONLINE}'])[1 + s]::visit_mode[], s
    FROM generate_series(1, $1::int) AS p, generate_series(0, 1) AS s;
  INSERT INTO availability_rule (id, provider_id, kind, weekday, start_minute, end_minute)
    SELECT ${uuid("e1", "p * 10 + d")}, ${uuid("c1", "p")}, 'OPEN', d, 420, 1020 FROM generate_series(1, $1::int) AS p, generate_series(1, 7) AS d;
  INSERT INTO patient (id, provider_id, name, email, time_zone) SELECT ${uuid("f1", "p")}, ${uuid("c1", "p")}, 'Ada Example', 'ada@example.test', 'UTC' FROM generate_series(1, $1::int) AS p`;

/** Half-hour visits number $2 to $3, dealt to $1 providers in turn; what a visit's number leaves after its provider is its place in time. */
const bookings = (status: string, startsAt: string, wanted: string) => `
  INSERT INTO booking (id, series_id, reference, provider_id, service_id, location_id, patient_id, status, source, mode, starts_at, ends_at, blocked_from, blocked_to, time_zone, patient_time_zone,
      service_name, price_amount, currency, cancellation_window_minutes, reschedule_window_minutes, reminder_minutes)
    SELECT id, id, upper(id::text), ${uuid("c1", "p")}, ${uuid("d1", "p * 10")}, ${uuid("b1", "1")}, ${uuid("f1", "p")}, '${status}', 'WEB', 'ONLINE', at, at + interval '30 minutes', at, at + interval '30 minutes',
      'UTC', 'UTC', 'Service 0', 5000, 'EUR', 1440, 1440, '{1440,120}'
    FROM (SELECT ${uuid(status === "COMPLETED" ? "01" : "02", "n")} AS id, (n % $1::int) + 1 AS p, ${startsAt} AS at FROM generate_series($2::int, $3::int) AS n WHERE ${wanted}) AS visit`;

/** Nearly everybody is nearly full in the first days and has more room later; visits are coming or lie in the past. */
export async function fillWorld(pool: Pool, providers: number): Promise<void> {
  await inBulk(pool, async (run) => {
    for (const statement of PEOPLE.split(";\n")) await run(statement.replaceAll("$1::int", String(providers)), []);
    const place = "(n / $1::int)";
    const startsAt = `timestamptz '${new Date(WORLD_BEGINS).toISOString()}' + make_interval(days => ${place} / ${SLOTS_A_DAY}, mins => 30 * (${place} % ${SLOTS_A_DAY}))`;
    const isTaken = `abs(hashint4(n)) % 100 < greatest(25, 98 - ${place} / ${SLOTS_A_DAY} * (1 + (n % $1::int) % 9))`;
    await run(bookings("CONFIRMED", startsAt, isTaken), [providers, 0, providers * FUTURE_DAYS * SLOTS_A_DAY - 1]);
  });
}

/** Adds visits of the past until there are `total` bookings. */
export async function addHistory(pool: Pool, providers: number, total: number): Promise<void> {
  const { rows } = await pool.query<{ count: number; past: number }>("SELECT count(*)::int AS count, count(*) FILTER (WHERE status = 'COMPLETED')::int AS past FROM booking");
  const { count, past } = rows[0]!;
  const startsAt = `timestamptz '${new Date(WORLD_BEGINS).toISOString()}' - make_interval(mins => 30 * (1 + n / $1::int))`;
  await inBulk(pool, async (run) => {
    for (let added = 0; added < total - count; added += 500_000) await run(bookings("COMPLETED", startsAt, "true"), [providers, past + added, past + Math.min(added + 500_000, total - count) - 1]);
  });
}

/** Without triggers, which would note half a million changes one by one; everybody is noted once instead. */
async function inBulk(pool: Pool, work: (run: (text: string, values: unknown[]) => Promise<unknown>) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET session_replication_role = replica");
    await work((text, values) => client.query(text, values));
    await client.query("SET session_replication_role = origin; INSERT INTO opening_change (provider_id, from_at) SELECT id, '-infinity' FROM provider");
    await client.query("VACUUM ANALYZE");
    await client.query("RESET statement_timeout");
  } finally {
    client.release();
  }
}
