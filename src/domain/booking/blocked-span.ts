import { MINUTE_MS } from "@/domain/time/calendar-day";

/** A visit's times, all epoch ms; `blockedFrom` and `blockedTo` include the service's buffers and are what must not overlap. */
export interface BlockedSpan {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly blockedFrom: number;
  readonly blockedTo: number;
}

/** The times a visit takes when it begins at `startsAt` (epoch ms). */
export function blockedSpan(startsAt: number, service: { durationMinutes: number; bufferBeforeMinutes: number; bufferAfterMinutes: number }): BlockedSpan {
  const endsAt = startsAt + service.durationMinutes * MINUTE_MS;
  return { startsAt, endsAt, blockedFrom: startsAt - service.bufferBeforeMinutes * MINUTE_MS, blockedTo: endsAt + service.bufferAfterMinutes * MINUTE_MS };
}
