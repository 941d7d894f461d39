import type { EditRefusal } from "@/domain/calendar-sync/settle-edit";
import { formatLocal } from "@/domain/time/format-time";
import type { CalendarEditView } from "./calendar-edit-schemas";

const BECAUSE: Readonly<Record<EditRefusal, string>> = {
  BUSY: "That time is taken.",
  OUTSIDE_HOURS: "That is outside the working hours.",
  CLOSED: "That day is closed.",
  ON_BREAK: "That is during a break.",
  IN_THE_PAST: "That time has passed.",
  NOTICE_TOO_SHORT: "That is too soon.",
  BEYOND_HORIZON: "That is further ahead than visits are booked.",
  DAILY_CAP: "That day is full.",
  OFF_GRID: "Visits do not begin at that time.",
  MANY_DELETED: "Many visits were deleted within a few minutes, so none is cancelled unasked.",
  NO_TIME: "A visit needs a time of day.",
  LENGTH_KEPT: "The length of a visit stays what was booked.",
  OTHER_CALENDAR: "It was moved to another of your calendars. Choose under Integrations which one receives bookings.",
  KEEPS_OURS: "What is booked here counts.",
  LATER_CHANGE: "The booking was changed after it.",
  HISTORY: "The visit has begun.",
};

const isRefusal = (text: string): text is EditRefusal => text in BECAUSE;

/** What is in the way, as a sentence; null when nothing is. */
export const becauseInWords = (refusal: string | null): string | null => (refusal === null ? null : isRefusal(refusal) ? BECAUSE[refusal] : "It does not fit.");

/** What a person did in Google: "Moved in Google to Tuesday 24 November, 11:00." */
export function editInWords({ kind, to }: Pick<CalendarEditView, "kind" | "to">): string {
  if (kind === "cancel") return "Deleted in Google.";
  if (to === null) return "Given no time of day in Google.";
  return `${kind === "move" ? "Moved" : "Brought back"} in Google to ${formatLocal(to.start).dateTime}.`;
}
