import type { LeftOutCounts } from "@/domain/calendar-import/left-out-words";
import type { CivilDate } from "@/domain/time/calendar-day";
import type { VisitMode } from "./appointment-facts";
import type { WeekFinding } from "./decide-notice";
import type { Language } from "./language";

/** One line of a provider's day. Neither service nor reason: whose visit it is says enough to who sees them. */
export interface AgendaVisit {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly patientName: string;
  readonly mode: VisitMode;
  readonly willCome: boolean;
  readonly isRequest: boolean;
}

/** Who reads a notice, in which language and by which clocks. */
export interface NoticeReader {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** What each notice names: an e-mail to a provider or clinic about something other than one appointment. Instants are epoch milliseconds. */
export interface NoticeFacts {
  /** A calendar has to be connected again. */
  readonly "calendar-reconnect": { readonly accountEmail: string };
  /** What became of an import from a calendar. Neither titles nor patients are in it. */
  readonly "calendar-import-report": { readonly calendarName: string; readonly imported: number; readonly leftOut: LeftOutCounts; readonly isBrokenOff: boolean };
  /** How coming visits went over to a calendar; the starts are of the first that Google refused. */
  readonly "calendar-batch-report": { readonly calendarName: string; readonly total: number; readonly done: number; readonly failedStarts: readonly number[] };
  /** What a change made in Google shall mean. `wantedAt` is null when the event was deleted; `isInTheWay`: the new time is taken or outside the hours. */
  readonly "calendar-edit-question": { readonly patientName: string; readonly startsAt: number; readonly wantedAt: number | null; readonly isInTheWay: boolean };
  /** What many visits deleted at once in Google shall mean. */
  readonly "calendar-deletions-question": { readonly visits: number };
  /** A provider's day, earliest visit first. */
  readonly "provider-agenda": { readonly onDate: CivilDate; readonly visits: readonly AgendaVisit[] };
  /** What is worth a word about the week after a Friday. */
  readonly "provider-week": { readonly onDate: CivilDate; readonly finding: WeekFinding };
}

/** A kind of notice. A new one is an entry in `NoticeFacts`, a line below, one in each file of `words/notices`, and its loader. */
export type NoticeTemplate = keyof NoticeFacts;

/** For people who look at the log. */
const NOTICE_TITLES: Readonly<Record<NoticeTemplate, string>> = {
  "calendar-reconnect": "Calendar needs reconnecting",
  "calendar-import-report": "Report of an import",
  "calendar-batch-report": "Coming visits went to a calendar",
  "calendar-edit-question": "Question about a change in the calendar",
  "calendar-deletions-question": "Question about many deletions in the calendar",
  "provider-agenda": "Visits of the day",
  "provider-week": "Word about next week",
};

const isNoticeTemplate = (name: string): name is NoticeTemplate => Object.hasOwn(NOTICE_TITLES, name);

export const NOTICE_TEMPLATES: readonly NoticeTemplate[] = Object.keys(NOTICE_TITLES).filter(isNoticeTemplate);

/** The notice that a stored name stands for; null when it is none of them. */
export const readNoticeTemplate = (name: string): NoticeTemplate | null => (isNoticeTemplate(name) ? name : null);

export const noticeTitle = (template: NoticeTemplate): string => NOTICE_TITLES[template];
