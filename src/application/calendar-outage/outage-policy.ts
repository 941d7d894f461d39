import { DEFAULT_OUTAGE_POLICY } from "@/domain/booking/calendar-outage";
import type { Db, Tx } from "@/platform/db";
import type { Readings } from "./readings";

/** What a provider wants while a calendar does not answer. */
export async function loadOutagePolicy(db: Db | Tx, providerId: string): Promise<NonNullable<Readings["policy"]>> {
  const row = await db.calendarOutagePolicy.findUnique({ where: { providerId }, select: { answer: true, staleMinutes: true, asksLive: true } });
  return row ?? { ...DEFAULT_OUTAGE_POLICY, asksLive: false };
}
