/** The sweep looks once a minute, and the read itself takes a moment. */
const SWEEP_AND_READ_SECONDS = 75;
/** Reads of many calendars are spread over this part of the time. */
const SPREAD = 0.15;

/** How long a calendar is left alone after a read or a try. A push, or a person who presses "Read it now", comes first. */
export interface ReadPause {
  readonly seconds: number;
  /** Each calendar waits up to this much longer, always the same, so that not all are read at once. */
  readonly spreadSeconds: number;
}

/** The pause with which a lost push shows after `pollMinutes` at the latest: 3 to 3¾ minutes for 5. At least 2 minutes are needed. */
export function readPause(pollMinutes: number): ReadPause {
  const spreadSeconds = Math.floor(pollMinutes * 60 * SPREAD);
  return { seconds: pollMinutes * 60 - SWEEP_AND_READ_SECONDS - spreadSeconds, spreadSeconds };
}

/** The longest between two reads without a push. */
export function longestReadPauseMs(pollMinutes: number): number {
  const { seconds, spreadSeconds } = readPause(pollMinutes);
  return (seconds + spreadSeconds + 60) * 1_000;
}
