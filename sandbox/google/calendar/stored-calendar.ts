import type { CalendarEvent, EventTime } from "./calendar-event";

export type AccessRole = "owner" | "writer" | "reader" | "freeBusyReader";

/** When a series changes its times, the earlier ones tell which instances have vanished. */
export interface SeriesTimes {
  change: number;
  start: EventTime;
  end: EventTime;
  recurrence: string[];
}

export interface StoredEvent {
  event: CalendarEvent;
  /** Number of the calendar's change that last touched it; sync tokens compare against it. */
  change: number;
  /** Position in order of creation; keeps pages stable while events come and go. */
  order: number;
  seriesTimes?: SeriesTimes[];
  /** Which writes asked Google to write to the guests. */
  sendUpdates: { operation: "insert" | "update" | "delete"; sendUpdates: "all" | "externalOnly" | "none"; at: string }[];
}

export interface StoredCalendar {
  /** The account's e-mail for its primary calendar. */
  id: string;
  account: string;
  summary: string;
  timeZone: string;
  primary: boolean;
  /** Other accounts it is shared with. */
  sharedWith: Record<string, AccessRole>;
  /** By account: not in its list unless hidden ones are asked for, or not at all. */
  listing?: Record<string, "hidden" | "removed">;
  changes: number;
  /** Changes when every sync token is to become stale. */
  syncEpoch: number;
  events: Record<string, StoredEvent>;
  /** How it takes requests for Meet links, when not well: it allows none, or none comes about. */
  conferences?: "refused" | "failing";
}
