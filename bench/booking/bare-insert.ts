import type { Pool } from "pg";
import { bookingReference } from "@/domain/booking/booking-reference";
import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { BuiltProvider } from "@tests/support/builders/build-provider";

const SQL = `INSERT INTO booking (id, series_id, reference, provider_id, service_id, status, source, mode, starts_at, ends_at, blocked_from, blocked_to,
  time_zone, patient_time_zone, service_name, price_amount, currency, cancellation_window_minutes, reschedule_window_minutes, reminder_minutes, hold_token_hash, hold_expires_at)
  VALUES ($1, $1, $2, $3, $4, 'HELD', 'WEB', 'ONLINE', $5, $6, $5, $6, 'UTC', 'UTC', 'Consultation', 5000, 'EUR', 1440, 1440, '{1440,120}', 'hash', $6)
  ON CONFLICT DO NOTHING`;

/** The least a booking can be: one row, one trip, no rule asked. True when it was written. */
export async function bareInsert(pool: Pool, built: BuiltProvider, startsAt: number): Promise<boolean> {
  const result = await pool.query({ name: "bare-insert", text: SQL, values: [uuidv7(), bookingReference(randomBytes(16)), built.providerId, built.serviceId, new Date(startsAt), new Date(startsAt + 1_800_000)] });
  return result.rowCount === 1;
}
