import type { NoticeWindow } from "./notice-window";
import { doNotSend, SEND, tooLateToSend, type SendVerdict } from "./send-verdict";

interface AgendaDay {
  readonly isWanted: boolean;
  readonly isWantedOnFreeDays: boolean;
  readonly visits: number;
}

/** Whether a day is worth an e-mail to its provider. */
export function decideAgenda({ isWanted, isWantedOnFreeDays, visits }: AgendaDay): SendVerdict {
  if (!isWanted) return doNotSend("The provider wants no agenda.");
  return visits === 0 && !isWantedOnFreeDays ? doNotSend("There are no visits on this day.") : SEND;
}

export interface ComingWeek {
  readonly isWanted: boolean;
  /** Weekly hours or dated ones, before leave and holidays are taken out. */
  readonly hasHours: boolean;
  /** Whether anything is left of them. */
  readonly isOpen: boolean;
  readonly visits: number;
}

export type WeekFinding = "no-hours" | "no-visits";

/** What is worth a word about the coming week: that nothing can be booked, or that nothing is. A week taken off on purpose is neither. */
export function findInWeek({ hasHours, isOpen, visits }: ComingWeek): WeekFinding | null {
  if (visits > 0) return null;
  if (isOpen) return "no-visits";
  return hasHours ? null : "no-hours";
}

/** Whether the coming week is worth a word to its provider. */
export function decideWeekPrompt(week: ComingWeek): SendVerdict {
  if (!week.isWanted) return doNotSend("The provider wants no word about next week.");
  return findInWeek(week) === null ? doNotSend(week.visits > 0 ? "Next week has visits." : "Next week is taken off.") : SEND;
}

/** What is worth sending, unless its window has closed by `now` (epoch ms). */
export const inTime = (verdict: SendVerdict, { closesAt }: NoticeWindow, now: number): SendVerdict => (verdict.ok && now > closesAt ? tooLateToSend() : verdict);
