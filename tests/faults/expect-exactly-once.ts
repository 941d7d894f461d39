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

/** Waits until no work that is due is left. Jobs of the future (reminders, polls) do not count. */
export async function untilQuiet(stack: TestStack, seconds: number): Promise<void> {
  await eventually(
    "the queue to run empty",
    async () => {
      const { rows } = await stack.database.pool.query<{ waiting: number; unsent: number; unsynced: number }>(`
        SELECT (SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier NOT IN ('messages.remind', 'sweep', 'calendar.renew-channel')) AS waiting,
               (SELECT count(*)::int FROM message WHERE state IN ('QUEUED', 'SENDING')) AS unsent,
               (SELECT count(*)::int FROM calendar_event_link WHERE state = 'PENDING') AS unsynced`);
      const [state] = rows;
      return state !== undefined && state.waiting === 0 && state.unsent === 0 && state.unsynced === 0;
    },
    seconds,
  );
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
