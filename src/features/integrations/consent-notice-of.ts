import { calendarProblemOf } from "./calendar-problem-of";
import type { ConsentNoticeProps } from "./consent-notice";

/** What an address tells of a visit to Google that just ended; null when it tells nothing. */
export function consentNoticeOf(query: Readonly<Record<string, string | string[] | undefined>>): ConsentNoticeProps | null {
  const about = query.mail !== undefined || query["mail-problem"] !== undefined ? "mail" : "calendar";
  const problem = calendarProblemOf(about === "mail" ? query["mail-problem"] : query.problem);
  const isDone = (about === "mail" ? query.mail : query.connected) === "1";
  return problem !== null || isDone ? { about, problem } : null;
}
