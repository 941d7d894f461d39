import { DAY_MS } from "@/domain/time/calendar-day";

const DAYS_BACK = 30;
const DAYS_AHEAD = 400;

/** What a feed shows, in epoch ms: visits of `[from, to)`, and cancelled ones while the change is younger than `cancelledSince`. */
export const feedWindow = (now: number): { from: number; to: number; cancelledSince: number } => ({ from: now - DAYS_BACK * DAY_MS, to: now + DAYS_AHEAD * DAY_MS, cancelledSince: now - DAYS_BACK * DAY_MS });
