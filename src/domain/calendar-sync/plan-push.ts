export type BookingStatusForCalendar = "HELD" | "PENDING" | "CONFIRMED" | "CHECKED_IN" | "COMPLETED" | "EXPIRED" | "DECLINED" | "CANCELLED" | "RESCHEDULED" | "NO_SHOW";

/** What we know of the event of a series. */
export interface EventLinkFacts {
  readonly state: "PENDING" | "SYNCED" | "FAILED" | "REMOVED";
  /** The booking version last written; null when nothing was written yet, as far as we know. */
  readonly syncedVersion: number | null;
}

export type PushStep = "insert" | "patch" | "delete" | "nothing";

const WITH_EVENT: ReadonlySet<BookingStatusForCalendar> = new Set(["CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW"]);

/** Whether a booking in this status stands in the provider's calendar. A request still to be approved does not. */
export const hasEvent = (status: BookingStatusForCalendar): boolean => WITH_EVENT.has(status);

/**
 * What to do in Google for the current booking of a series. A removal is asked for even when nothing was recorded as
 * written: the answer to an insert may have been lost.
 */
export function planPush(link: EventLinkFacts, booking: { status: BookingStatusForCalendar; version: number }): PushStep {
  if (!hasEvent(booking.status)) return link.state === "REMOVED" ? "nothing" : "delete";
  if (link.state === "SYNCED" && link.syncedVersion === booking.version) return "nothing";
  return link.syncedVersion === null ? "insert" : "patch";
}
