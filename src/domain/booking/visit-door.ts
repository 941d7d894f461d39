import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { BookingState } from "./booking-state-machine";

/** From this long before the start a patient may enter a video visit. */
export const DOOR_OPENS_BEFORE_MS = 10 * MINUTE_MS;
/** Visits run over: the door stays open this long after the end. */
const DOOR_CLOSES_AFTER_MS = 30 * MINUTE_MS;

/**
 * Where a patient stands before a video visit: `elsewhere` it is not by video, `unconfirmed` the clinic has not answered,
 * `early` it opens at `opensAt`, `open`, `over`, or `off` when it will not take place.
 */
export type DoorState = "elsewhere" | "unconfirmed" | "early" | "open" | "over" | "off";

export interface DoorFacts {
  readonly mode: "IN_PERSON" | "ONLINE" | "PHONE";
  readonly status: BookingState;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
}

const BY_STATUS: Readonly<Record<BookingState, "by time" | Exclude<DoorState, "early" | "open">>> = {
  HELD: "off", PENDING: "unconfirmed", CONFIRMED: "by time", CHECKED_IN: "by time", COMPLETED: "over",
  EXPIRED: "off", DECLINED: "off", CANCELLED: "off", RESCHEDULED: "off", NO_SHOW: "over",
};

/** The instant (epoch ms) from which on the door is open. */
export const doorOpensAt = ({ startsAt }: Pick<DoorFacts, "startsAt">): number => startsAt - DOOR_OPENS_BEFORE_MS;

/** Whether a patient may enter the visit at `now` (epoch ms): from ten minutes before the start until, exclusively, half an hour after the end. */
export function visitDoor({ mode, status, startsAt, endsAt }: DoorFacts, now: number): DoorState {
  const state = BY_STATUS[status];
  if (state === "off" || state === "over") return state;
  if (now >= endsAt + DOOR_CLOSES_AFTER_MS) return state === "unconfirmed" ? "off" : "over";
  if (mode !== "ONLINE") return "elsewhere";
  if (state === "unconfirmed") return state;
  return now < doorOpensAt({ startsAt }) ? "early" : "open";
}
