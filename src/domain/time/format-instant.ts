import { formatLocal, offsetDifference, zoneInWords, type LocalParts } from "./format-time";
import { toLocal } from "./local-time";
import { offsetMinutesAt } from "./time-zone";

export type InstantParts = LocalParts & {
  /** "London time" */
  zone: string;
  /** "2026-11-24T15:30" */
  local: string;
};

/** Writes an instant (epoch ms) for a reader in `timeZone`. Server only: it uses our zone rules, never Intl's. */
export function formatInstant(epochMs: number, timeZone: string, locale?: string): InstantParts {
  const local = toLocal(epochMs, timeZone);
  return { ...formatLocal(local, locale), zone: zoneInWords(timeZone), local };
}

/** "Berlin is 1 hour ahead", for a reader in `ownZone` at an instant (epoch ms). Server only. */
export function zoneDifference(epochMs: number, otherZone: string, ownZone: string): string {
  return offsetDifference(otherZone, offsetMinutesAt(epochMs, otherZone), offsetMinutesAt(epochMs, ownZone));
}
