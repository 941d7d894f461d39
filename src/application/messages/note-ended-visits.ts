import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { AFTER_VISIT, AFTER_VISIT_USEFUL_MS, type AfterVisit } from "@/domain/messages/after-visit";

/** How long after its end a visit of a service has each; SQL over the service's row. */
const LAG: Readonly<Record<AfterVisit, string>> = { "follow-up": "service.follow_up_after_hours * interval '1 hour'", "come-back": "service.come_back_after_weeks * interval '7 days'" };

/** So that one sweep stays short; what is left is next minute's. */
const MOST_AT_ONCE = 2_000;

/**
 * Takes up visits after which something is to be said, each once, and leaves the rest to a job each. Any number of machines may
 * do it at once. A visit that was moved or cancelled has another row or state, so nothing has to be taken back.
 */
export async function noteEndedVisits(app: AppContext): Promise<{ noted: number }> {
  authorize(app.actor, "message.send");
  let noted = 0;
  for (const kind of AFTER_VISIT) noted += await note(app, kind);
  return { noted };
}

/** By the start, which is indexed: no visit is longer than a day. */
async function note(app: AppContext, kind: AfterVisit): Promise<number> {
  const { rows } = await app.pool.query<{ noted: number }>(
    `WITH due AS (
       SELECT booking.id FROM service JOIN booking ON booking.provider_id = service.provider_id AND booking.service_id = service.id
       WHERE ${LAG[kind]} IS NOT NULL AND booking.status IN ('CONFIRMED', 'CHECKED_IN', 'COMPLETED') AND booking.patient_id IS NOT NULL
         AND booking.starts_at BETWEEN $2::timestamptz - ${LAG[kind]} - make_interval(secs => $3) - interval '1 day' AND $2::timestamptz - ${LAG[kind]}
         AND booking.ends_at BETWEEN $2::timestamptz - ${LAG[kind]} - make_interval(secs => $3) AND $2::timestamptz - ${LAG[kind]}
         AND NOT EXISTS (SELECT FROM notice WHERE kind = $1 AND subject_id = booking.id AND occasion = 'visit')
       LIMIT ${MOST_AT_ONCE}
     ), noted AS (
       INSERT INTO notice (kind, subject_id, occasion, noted_at) SELECT $1, id, 'visit', $2::timestamptz FROM due
       ON CONFLICT DO NOTHING RETURNING subject_id
     )
     SELECT count(graphile_worker.add_job('messages.follow-visit', json_build_object('kind', $1::text, 'bookingId', subject_id), max_attempts => ${MAX_ATTEMPTS}))::int AS noted FROM noted`,
    [kind, new Date(app.clock.now()).toISOString(), AFTER_VISIT_USEFUL_MS[kind] / 1_000],
  );
  return rows[0]?.noted ?? 0;
}
