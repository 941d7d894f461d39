import { authorize } from "./authorize";
import type { AppContext } from "./context";
import { SUPERSEDED_JOB } from "./superseded-job";

interface StaleRows {
  readonly table: string;
  /** SQL over the table's row; `$1` is now. */
  readonly when: string;
}

const STALE: readonly StaleRows[] = [
  // Answers to repeated requests.
  { table: "idempotency_key", when: "created_at < $1::timestamptz - interval '2 days'" },
  { table: "contact_card", when: "expires_at < $1::timestamptz" },
  { table: "oauth_state", when: "expires_at < $1::timestamptz - interval '1 day'" },
  { table: "calendar_proof", when: "created_at < $1::timestamptz - interval '1 day'" },
  { table: "session", when: "expires < $1::timestamptz - interval '1 day'" },
  { table: "rate_limit", when: "expire < extract(epoch FROM $1::timestamptz) * 1000" },
  // Vendors repeat a report for three days at most; the rest is for whoever looks into a complaint.
  { table: "webhook_event", when: "received_at < $1::timestamptz - interval '30 days'" },
  // Abandoned holds: nobody's, and counted nowhere.
  { table: "booking", when: "status = 'EXPIRED' AND patient_id IS NULL AND hold_expires_at < $1::timestamptz - interval '30 days'" },
  { table: "sign_in_link", when: "expires_at < $1::timestamptz - interval '1 day'" },
  { table: "phone_code", when: "requested_at < $1::timestamptz - interval '2 days'" },
  { table: "notice", when: "noted_at < $1::timestamptz - interval '60 days'" },
  { table: "calendar_comparison", when: "compared_at < $1::timestamptz - interval '30 days'" },
  { table: "busy_interval", when: "ends_at < $1::timestamptz - interval '31 days'" },
  // Work that failed while its successor waited, and sweeps that failed before the last one.
  { table: "graphile_worker._private_jobs", when: `${SUPERSEDED_JOB} OR locked_at IS NULL AND attempts >= max_attempts AND created_at < $1::timestamptz - interval '2 minutes' AND task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'sweep')` },
];

/** So that no sweep holds locks for long; what is left is next minute's. */
const MOST_AT_ONCE = 5_000;

/** Deletes what only mattered for a while, at most MOST_AT_ONCE rows of each table. Answers how many of each. */
export async function forgetStaleRows(app: AppContext): Promise<Record<string, number>> {
  authorize(app.actor, "stale.forget");
  const now = new Date(app.clock.now()).toISOString();
  const forgotten: Record<string, number> = {};
  for (const { table, when } of STALE) {
    const { rowCount } = await app.pool.query(`DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${when} LIMIT ${MOST_AT_ONCE}))`, [now]);
    forgotten[table] = rowCount ?? 0;
  }
  // Who an import would make a patient, or left out: for whoever looks at it, not for keeps.
  await app.pool.query("UPDATE calendar_import SET entries_ciphertext = NULL WHERE entries_ciphertext IS NOT NULL AND started_at < $1::timestamptz - interval '1 day'", [now]);
  return forgotten;
}
