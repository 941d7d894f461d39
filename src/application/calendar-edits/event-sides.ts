import type { BookingStatus } from "@/application/shared/common-schemas";
import type { RemoteEvent } from "@/application/shared/ports";
import type { EventSides } from "@/domain/calendar-sync/compare-event";
import type { EventSpan } from "@/domain/calendar-sync/event-span";
import { hasEvent } from "@/domain/calendar-sync/plan-push";
import type { SyncState } from "@/generated/prisma/enums";

/** How we left an event. */
export interface LinkFacts {
  readonly state: SyncState;
  /** Of the event as last seen in this calendar; null when it was not seen there yet. */
  readonly etag: string | null;
  /** The booking version last written; null while nothing of ours stands there. */
  readonly syncedVersion: number | null;
  /** The time both sides last agreed on. */
  readonly base: EventSpan | null;
}

export interface VisitFacts extends EventSpan {
  readonly status: BookingStatus;
  /** Epoch milliseconds: when the row was written that gave the visit its time. */
  readonly createdAt: number;
}

/**
 * The three versions of a visit's event. The event remembers the time we wrote last, so a write whose answer was lost is
 * not taken for a person's edit.
 */
export function sidesOf(link: LinkFacts, visit: VisitFacts, remote: RemoteEvent, now: number, isRevivable: boolean): EventSides {
  const known = remote.written ?? link.base;
  // One that was never seen standing here and is gone was taken away by ourselves: when bookings last left this calendar, or
  // when the visit became a request again, which has been confirmed since.
  const isGone = link.state === "REMOVED" || (remote.status === "cancelled" && (link.etag === null || link.syncedVersion === null));
  return {
    base: isGone ? { span: null } : known && { span: known },
    local: {
      span: hasEvent(visit.status) ? { startsAt: visit.startsAt, endsAt: visit.endsAt } : null,
      isHistory: visit.status !== "CONFIRMED" || visit.startsAt <= now,
      isRevivable: isRevivable && visit.startsAt > now,
      changedAt: visit.createdAt,
    },
    remote: { span: spanOf(remote), changedAt: remote.updatedAt },
  };
}

function spanOf({ status, start, end }: RemoteEvent): EventSides["remote"]["span"] {
  if (status === "cancelled") return null;
  return start?.kind === "instant" && end?.kind === "instant" && start.at < end.at ? { startsAt: start.at, endsAt: end.at } : "no-time";
}
