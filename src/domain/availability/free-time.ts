import { MINUTE_MS } from "@/domain/time/calendar-day";
import { subtractFrom, type Edges } from "@/domain/time/edges";
import type { Interval } from "@/domain/time/interval";
import type { ServiceRules } from "./availability-facts";

/**
 * What is left of `windows` (epoch ms) for visits of a service beside `busy` (epoch ms, any order): each busy interval
 * keeps the visit's buffers away. Buffers may lie outside the windows; the visit itself may not.
 */
export function freeTime(windows: Edges, busy: readonly Interval[], service: ServiceRules): Edges {
  // The visit's buffer after must end before something begins; its buffer before must begin after something ends.
  return subtractFrom(windows, busy, service.bufferAfterMinutes * MINUTE_MS, service.bufferBeforeMinutes * MINUTE_MS);
}
