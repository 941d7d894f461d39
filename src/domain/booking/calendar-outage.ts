import { MINUTE_MS } from "@/domain/time/calendar-day";

/** For how many minutes a provider may let last-known busy times count. */
export const STALE_MINUTES = { least: 10, usual: 30, most: 1_440 } as const;

export interface OutagePolicy {
  /** A calendar that does not answer makes every booking a request; or what was read last counts until it is too old. */
  readonly answer: "ACCEPT_AS_PENDING" | "ACCEPT_ON_LAST_KNOWN";
  readonly staleMinutes: number;
}

export const DEFAULT_OUTAGE_POLICY: OutagePolicy = { answer: "ACCEPT_ON_LAST_KNOWN", staleMinutes: STALE_MINUTES.usual };

/** What a calendar said about one span of time when it was asked just now. */
export type LiveAnswer = "free" | "busy" | "no-answer";

/** A calendar that makes a provider busy. Instants are epoch ms. */
export interface ReadCalendar {
  /** When it was last read to the end; null when it never was, or has to be read anew. */
  readonly lastReadAt: number | null;
  /** False when its account has to be connected again. */
  readonly isConnected: boolean;
  /** The longest it goes unread while all is well. */
  readonly longestPauseMs: number;
  /** Absent when it was not asked. */
  readonly live?: LiveAnswer;
}

/**
 * How old (ms) what was read last may be: what the provider chose, but never less than two of the calendar's own turns,
 * so that one missed turn is no outage.
 */
export const oldestAllowedMs = ({ longestPauseMs }: Pick<ReadCalendar, "longestPauseMs">, { staleMinutes }: Pick<OutagePolicy, "staleMinutes">): number => Math.max(staleMinutes * MINUTE_MS, 2 * longestPauseMs);

/** Whether what is known of a calendar at `now` is no ground to confirm on. */
export function isUnanswered(calendar: ReadCalendar, policy: OutagePolicy, now: number): boolean {
  if (calendar.live === "free") return false;
  if (policy.answer === "ACCEPT_AS_PENDING" && (calendar.live === "no-answer" || !calendar.isConnected)) return true;
  return calendar.lastReadAt === null || now - calendar.lastReadAt > oldestAllowedMs(calendar, policy);
}

/** Whether a booking confirmed at `now` would be a guess: one calendar that does not answer is enough. Without calendars there is nothing to ask. */
export const isGuess = (calendars: readonly ReadCalendar[], policy: OutagePolicy, now: number): boolean => calendars.some((calendar) => isUnanswered(calendar, policy, now));

export interface WaitingRequest {
  /** Epoch ms. */
  readonly since: number;
  readonly startsAt: number;
  readonly expiresAt: number | null;
}

/**
 * What becomes at `now` of a request that waits for calendars: it is confirmed, or its provider is asked because
 * something takes the time, once every calendar was read after the request was made. One that has begun or run out is left to its end.
 */
export function decideWait({ since, startsAt, expiresAt }: WaitingRequest, calendars: readonly Pick<ReadCalendar, "lastReadAt">[], isTaken: boolean, now: number): "confirm" | "ask" | "wait" {
  if (startsAt <= now || (expiresAt !== null && expiresAt <= now)) return "wait";
  if (!calendars.every(({ lastReadAt }) => lastReadAt !== null && lastReadAt > since)) return "wait";
  return isTaken ? "ask" : "confirm";
}

/**
 * What a visit is at its new time: a confirmed one becomes a request that waits for calendars while confirming there would
 * be a guess, unless whoever moves it answers for that. Anything else stays what it was.
 */
export const statusAfterMove = <Status extends string>(status: Status, { isGuess, isAnsweredFor }: { isGuess: boolean; isAnsweredFor: boolean }): Status | "PENDING" => (status === "CONFIRMED" && isGuess && !isAnsweredFor ? "PENDING" : status);
