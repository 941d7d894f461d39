import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { isNoticeDue, noticeDate, noticeWindow, CLOCK_NOTICES, type ClockNotice } from "@/domain/messages/notice-window";

const WANTED: Readonly<Record<ClockNotice, string>> = { "provider-agenda": "agenda_by_email", "provider-week": "week_prompt_by_email" };

/** So that one sweep stays short; what is left is next minute's. */
const MOST_AT_ONCE = 2_000;

/**
 * Takes up what goes to providers by the clock, each once per provider and date, and leaves the rest to a job each. Any number
 * of machines may do it at once: the row that notes it is unique, and the job is added with it.
 */
export async function noteProviderNotices(app: AppContext): Promise<{ noted: number }> {
  authorize(app.actor, "message.send");
  const now = app.clock.now();
  const { rows } = await app.pool.query<{ zone: string }>("SELECT DISTINCT time_zone AS zone FROM provider WHERE status <> 'DRAFT' AND (agenda_by_email OR week_prompt_by_email)");
  let noted = 0;
  for (const kind of CLOCK_NOTICES) {
    const turns = rows.map(({ zone }) => ({ zone, onDate: noticeDate(kind, now, zone) })).map((turn) => ({ ...turn, window: noticeWindow(kind, turn.onDate, turn.zone) }));
    const due = turns.filter(({ window }) => isNoticeDue(window, now));
    if (due.length > 0) noted += await note(app, kind, due, now);
  }
  return { noted };
}

/** Whoever joined within the window has missed nothing. */
async function note(app: AppContext, kind: ClockNotice, due: readonly { zone: string; onDate: string; window: { opensAt: number } }[], now: number): Promise<number> {
  const { rows } = await app.pool.query<{ noted: number }>(
    `WITH due AS (
       SELECT provider.id, turn.on_date FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS turn(zone, on_date, opens_at)
       JOIN provider ON provider.time_zone = turn.zone
       WHERE provider.status <> 'DRAFT' AND provider.${WANTED[kind]} AND provider.created_at < turn.opens_at
         AND NOT EXISTS (SELECT FROM notice WHERE kind = $4 AND subject_id = provider.id AND occasion = turn.on_date)
       LIMIT ${MOST_AT_ONCE}
     ), noted AS (
       INSERT INTO notice (kind, subject_id, occasion, noted_at) SELECT $4, id, on_date, $5::timestamptz FROM due
       ON CONFLICT DO NOTHING RETURNING subject_id, occasion
     )
     SELECT count(graphile_worker.add_job('messages.notify-provider', json_build_object('kind', $4::text, 'providerId', subject_id, 'onDate', occasion), max_attempts => ${MAX_ATTEMPTS}))::int AS noted FROM noted`,
    [due.map(({ zone }) => zone), due.map(({ onDate }) => onDate), due.map(({ window }) => new Date(window.opensAt).toISOString()), kind, new Date(now).toISOString()],
  );
  return rows[0]?.noted ?? 0;
}
