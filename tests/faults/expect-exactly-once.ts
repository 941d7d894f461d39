import { expect } from "vitest";
import { eventually } from "@tests/support/eventually";
import type { TestStack } from "@tests/support/test-stack";
import type { MadeBooking } from "./book-many";

interface SandboxMessage {
  readonly channel: "email" | "sms" | "whatsapp";
  readonly to: string;
  readonly subject?: string;
  readonly text?: string;
}

interface SandboxEvent {
  readonly id: string;
  readonly status: string;
  readonly hangoutLink?: string;
}

const STILL_OPEN = `
  SELECT 'job ' || task_identifier AS what, count(*)::int AS number, max(left(last_error, 100)) AS last_error, min(run_at - now())::text AS next, max(locked_by) AS locked_by
  FROM graphile_worker.jobs WHERE task_identifier NOT IN ('messages.remind', 'sweep', 'calendar.renew-channel') GROUP BY 1
  UNION ALL SELECT 'message ' || state, count(*)::int, max(failure), NULL, NULL FROM message WHERE state IN ('QUEUED', 'SENDING') GROUP BY 1
  UNION ALL SELECT 'event ' || state, count(*)::int, max(last_error), NULL, NULL FROM calendar_event_link WHERE state = 'PENDING' GROUP BY 1`;

/** What a worker sees of the queue: the jobs that are due or held, the queues that are held, who works. */
const QUEUE_STATE = `
  SELECT json_build_object(
    'now', now(),
    'jobs', (SELECT json_agg(job) FROM (
      SELECT job.id, identifier AS task, job.key, attempts, max_attempts, run_at, locked_at, locked_by, is_available, job_queue_id AS queue, flags, created_at, updated_at, left(last_error, 200) AS last_error
      FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = task_id WHERE run_at <= now() OR locked_at IS NOT NULL ORDER BY run_at LIMIT 20) AS job),
    'queues', (SELECT json_agg(queue) FROM graphile_worker._private_job_queues AS queue WHERE locked_at IS NOT NULL),
    'workers', (SELECT json_agg(worker) FROM worker_process AS worker),
    'statements', (SELECT json_agg(session) FROM (SELECT pid, state, wait_event_type, wait_event, query_start, left(query, 120) AS query FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle') AS session)
  ) AS state`;

/** Waits until no work that is due is left, or there is no use in waiting. Jobs of the future (reminders, polls) do not count. */
export async function untilQuiet(stack: TestStack, seconds: number, isInVain = () => false): Promise<void> {
  let open: unknown[] = [];
  await eventually(
    "the queue to run empty",
    async () => {
      open = (await stack.database.pool.query(STILL_OPEN)).rows;
      return open.length === 0 || isInVain();
    },
    seconds,
  ).catch(async (error: unknown) => {
    const { rows } = await stack.database.pool.query<{ state: unknown }>(QUEUE_STATE);
    throw new Error(`still open: ${JSON.stringify(open)}\n${JSON.stringify(rows[0]?.state, null, 1)}`, { cause: error });
  });
}

/** Judged by the sandbox's own ledger: each booking has one event with a link and one confirmation on each channel. */
export async function expectExactlyOnce(stack: TestStack, accounts: readonly string[], bookings: readonly MadeBooking[]): Promise<void> {
  const events: SandboxEvent[] = [];
  for (const account of accounts) events.push(...(await stack.inspect<{ events: SandboxEvent[] }>("GET", `/_sandbox/calendar/events?account=${encodeURIComponent(account)}`)).events);
  const live = events.filter((event) => event.status !== "cancelled");
  expect(live).toHaveLength(bookings.length);
  expect(live.filter((event) => !event.hangoutLink)).toEqual([]);

  const { messages } = await stack.inspect<{ messages: SandboxMessage[] }>("GET", "/_sandbox/messages");
  const wrong: string[] = [];
  for (const booking of bookings) {
    for (const [channel, address] of [["email", booking.email], ["sms", booking.phone], ["whatsapp", booking.phone]] as const) {
      const got = messages.filter((message) => message.channel === channel && message.to.replace("whatsapp:", "") === address);
      // With the link already in it, one confirmation; when the link came late, one follow-up that carries it.
      const confirmations = got.filter((message) => !/link/i.test(message.subject ?? "") || got.length === 1);
      const texts = new Set(got.map((message) => `${message.subject ?? ""}|${message.text ?? ""}`));
      if (confirmations.length < 1 || got.length > 2 || texts.size !== got.length) wrong.push(`${booking.reference} ${channel}: ${got.length} messages, ${texts.size} different`);
    }
  }
  expect(wrong).toEqual([]);

  const { rows } = await stack.database.pool.query(`SELECT booking_id, channel, template, recipient, count(*)::int AS rows FROM message GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`);
  expect(rows).toEqual([]);
  const { rows: unsent } = await stack.database.pool.query(`SELECT state::text, failure FROM message WHERE state NOT IN ('SENT', 'DELIVERED', 'READ')`);
  expect(unsent).toEqual([]);
}
