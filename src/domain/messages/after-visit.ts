import { DAY_MS } from "@/domain/time/calendar-day";
import { quietNight } from "./quiet-night";

/** What follows a visit by the clock: thanks, and later a word when it is time to come back. */
export const AFTER_VISIT = ["follow-up", "come-back"] as const;
export type AfterVisit = (typeof AFTER_VISIT)[number];

const HOUR_MS = 3_600_000;

/** How late each may still go out; what could not by then has passed. */
export const AFTER_VISIT_USEFUL_MS: Readonly<Record<AfterVisit, number>> = { "follow-up": 2 * DAY_MS, "come-back": 7 * DAY_MS };

interface AfterVisitPlan {
  readonly followUpAfterHours: number | null;
  readonly comeBackAfterWeeks: number | null;
}

/** From when and until when (epoch ms) it goes out for a visit that ended at `endsAt`; null where the service has none. */
export function afterVisitWindow(kind: AfterVisit, endsAt: number, { followUpAfterHours, comeBackAfterWeeks }: AfterVisitPlan): { readonly opensAt: number; readonly closesAt: number } | null {
  const lag = kind === "follow-up" ? followUpAfterHours && followUpAfterHours * HOUR_MS : comeBackAfterWeeks && comeBackAfterWeeks * 7 * DAY_MS;
  return lag === null ? null : { opensAt: endsAt + lag, closesAt: endsAt + lag + AFTER_VISIT_USEFUL_MS[kind] };
}

/** When what nobody waits for may go out at the earliest: at once by day, in the morning from the reader's night. Epoch ms. */
export const byDay = (now: number, timeZone: string): number => quietNight(now, timeZone)?.until ?? now;
