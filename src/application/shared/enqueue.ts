import { Prisma } from "@/generated/prisma/client";
import { Changes, type WriteTo } from "./changes";

/** Names and payloads of all background work. Handlers live in `jobs/`, one file each. */
export interface JobPayloads {
  /** Brings the Google event of a booking series in line with its current booking. */
  "calendar.push-event": { seriesId: string };
  /** Asks Google again for a Meet link that was still being made. */
  "calendar.await-meet-link": { seriesId: string };
  /** Settles an edit made in Google once its undo window has passed. */
  "calendar.settle-edit": { editId: string };
  /** Asks Google for the event of one series that a whole read did not show. */
  "calendar.look-at-event": { seriesId: string };
  /** Makes a Meet space for a booking whose provider has no calendar to write to. */
  "meet.create-space": { seriesId: string };
  /** Reads what changed in one calendar. */
  "calendar.sync": { calendarId: string };
  /** Lists calendars, opens channels and reads everything after a (re)connect. */
  "calendar.start-connection": { connectionId: string };
  /** Reads an account's list of calendars again. */
  "calendar.refresh-list": { connectionId: string };
  /** Sends the events of coming visits after the calendar that receives bookings now. */
  "calendar.move-events": { providerId: string };
  /** Takes an event out of the calendar that bookings went to earlier. */
  "calendar.clear-leftover": { leftoverId: string };
  /** Opens or renews the push channel of one calendar. */
  "calendar.renew-channel": { calendarId: string };
  /** Compares one calendar with what we know of it and keeps what differs. */
  "calendar.compare": { calendarId: string };
  /** Makes bookings of what stands in a calendar, by its owner's rules. */
  "calendar.import": { importId: string };
  /** Revokes a token at Google after its row was erased; carries ciphertext. */
  "calendar.revoke-grant": { connectionId: string; tokenCiphertext: string };
  /** Tells the provider that a calendar has to be connected again. */
  "calendar.announce-reconnect": { connectionId: string };
  /** Plans the messages that follow from a change of a booking. */
  "messages.announce": { bookingId: string; version: number; change: BookingChange };
  /** Plans one reminder of a booking series. */
  "messages.remind": { seriesId: string; minutesBefore: number };
  /** Plans what goes to a provider by the clock: the visits of a date, or a word about the week after it. */
  "messages.notify-provider": { kind: "provider-agenda" | "provider-week"; providerId: string; onDate: string };
  /** Plans what follows a visit by the clock. */
  "messages.follow-visit": { kind: "follow-up" | "come-back"; bookingId: string };
  /** Does what a person's text asks for, and answers it. */
  "messages.answer-text": { inboundId: string };
  /** Has the vendor forget that an address refused mail. */
  "messages.allow-mail": { refusalId: string };
  /** Sends one planned message. */
  "messages.send": { messageId: string };
  /** Sends a link that a patient asked for to sign in. */
  "sign-in.send-link": { linkId: string };
  /** Sends a code that proves a number, or notes why not. */
  "phones.send-code": { codeId: string };
  /** Tells a number that a clinic has noted it, before anything else. */
  "phones.greet": { seriesId: string };
  /** Compares what search believes to be free with the schedules, every night. */
  "openings.verify": Record<string, unknown>;
}

export type BookingChange = "confirmed" | "pending" | "approved" | "declined" | "rescheduled" | "cancelled" | "expired" | "meet-ready" | "clashes";

export type JobName = keyof JobPayloads;

export interface EnqueueOptions {
  /** Epoch milliseconds; at once when absent. */
  readonly runAt?: number;
  /** A later enqueue under the same key replaces a waiting one. */
  readonly key?: string;
  /** With `key`: keep the waiting job's own time instead of replacing it. */
  readonly keepRunAt?: boolean;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** Tries before a job is given up as a visible, replayable failure: about a day with the worker's capped backoff. */
export const MAX_ATTEMPTS = 300;

/** Adds a job in the caller's transaction: it runs only when that commits. */
export async function enqueue<N extends JobName>(to: WriteTo, name: N, payload: JobPayloads[N], options: EnqueueOptions = {}): Promise<void> {
  const runAt = options.runAt === undefined ? null : new Date(options.runAt).toISOString();
  const { queue = null, key = null, keepRunAt = false } = options;
  if (to instanceof Changes && !keepRunAt) return to.addJob({ identifier: name, payload, queue_name: queue, run_at: runAt, max_attempts: MAX_ATTEMPTS, job_key: key });
  const job = Prisma.sql`graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json, ${queue}::text, ${runAt}::timestamptz, ${MAX_ATTEMPTS}::int, ${key}::text, NULL::int, NULL::text[], ${keepRunAt ? "preserve_run_at" : "replace"}::text)`;
  if (to instanceof Changes) to.answer(`job ${key ?? name}`, Prisma.sql`(SELECT id::text FROM ${job})`);
  else await to.$executeRaw`SELECT ${job}`;
}

/** Removes the waiting job under `key`, if any, in the caller's transaction. */
export async function dequeue(to: WriteTo, key: string): Promise<void> {
  if (to instanceof Changes) to.endJob(key);
  else await to.$executeRaw`SELECT graphile_worker.remove_job(${key}::text)`;
}
