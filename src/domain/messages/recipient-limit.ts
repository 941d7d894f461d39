import { DAY_MS } from "@/domain/time/calendar-day";
import type { AppointmentTemplate } from "./appointment-kinds";

/** How many messages one address or number may get, over all clinics. */
export interface RecipientLimits {
  readonly perHour: number;
  readonly perDay: number;
}

const HOUR_MS = 3_600_000;

/** That a visit does not take place, or at another time, has to be known in time. */
const NEVER_HELD_BACK: ReadonlySet<AppointmentTemplate> = new Set<AppointmentTemplate>(["booking-cancelled", "booking-declined", "booking-rescheduled", "booking-expired"]);

/** Whether a message to a patient waits its turn when its address has had many. */
export const isHeldBack = (template: AppointmentTemplate): boolean => !NEVER_HELD_BACK.has(template);

/** When one more message may go to somebody who was written to at `sentAt` (epoch ms); null when it may go now. */
export function nextTurn(sentAt: readonly number[], { perHour, perDay }: RecipientLimits, now: number): number | null {
  const turns = ([[HOUR_MS, perHour], [DAY_MS, perDay]] as const).flatMap(([window, most]) => {
    const recent = sentAt.filter((at) => at > now - window).sort((a, b) => b - a);
    const oldestInTheWay = recent[most - 1];
    return oldestInTheWay === undefined ? [] : [oldestInTheWay + window];
  });
  return turns.length === 0 ? null : Math.max(...turns);
}
