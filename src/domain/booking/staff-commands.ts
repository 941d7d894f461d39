import { civilDateOf } from "@/domain/time/civil-date";
import { TRANSITIONS, type BookingCommand, type BookingState } from "./booking-state-machine";

export interface Visit {
  readonly status: BookingState;
  /** Epoch ms. */
  readonly startsAt: number;
  /** The schedule's zone. */
  readonly timeZone: string;
}

const OFFERED = ["approve", "decline", "check-in", "complete", "no-show", "reschedule", "cancel"] as const;

/**
 * Why a command that the state allows comes too early at `now` (epoch ms); null when it does not. People arrive on the
 * visit's day in the clinic's zone; a visit ends or is missed once it has begun, or ends early when its patient is there.
 */
export function tooEarlyFor(command: BookingCommand, { status, startsAt, timeZone }: Visit, now: number): string | null {
  if (command === "check-in") return civilDateOf(now, timeZone) < civilDateOf(startsAt, timeZone) ? "This appointment is on a later day." : null;
  const needsBeginning = command === "no-show" || (command === "complete" && status !== "CHECKED_IN");
  return needsBeginning && now < startsAt ? "This appointment has not begun yet." : null;
}

/** What the clinic can do with a visit at `now` (epoch ms), in the order in which it is offered. */
export function staffCommands(visit: Visit, now: number): (typeof OFFERED)[number][] {
  return OFFERED.filter((command) => TRANSITIONS[command][visit.status]?.by.includes("staff") && tooEarlyFor(command, visit, now) === null);
}
