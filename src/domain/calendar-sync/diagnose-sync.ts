/** What is known of one calendar. Instants are epoch milliseconds. */
export interface CalendarFacts {
  readonly id: string;
  readonly name: string;
  readonly readsBusy: boolean;
  readonly receivesBookings: boolean;
  readonly lastReadAt: number | null;
  /** How many events the first read has taken in so far. */
  readonly firstReadEvents: number;
  readonly lastErrorAt: number | null;
  /** Why the last read or write failed, in words for people. */
  readonly lastError: string | null;
  /** Until when Google tells us of changes by itself; null without such a channel. */
  readonly channelExpiresAt: number | null;
  /** What the last comparison with Google found, unless that was mended since; edits made in Google are counted in both. */
  readonly differences: number;
  readonly edits: number;
}

export interface ConnectionFacts {
  readonly id: string;
  readonly accountEmail: string;
  readonly isActive: boolean;
  readonly lastError: string | null;
  readonly calendars: readonly CalendarFacts[];
}

/** Coming visits whose event does not say yet what the booking says. */
export interface PushQueueFacts {
  /** Not tried yet. */
  readonly waiting: number;
  /** Tried in vain, tried again by itself. */
  readonly failing: number;
  /** Refused for good. */
  readonly refused: number;
  /** Since when the longest waiting one waits. */
  readonly oldestWaitingAt: number | null;
}

/** Visits that were taken as requests while a calendar did not answer. */
export interface RequestFacts {
  /** Confirmed by themselves once the calendar answers. */
  readonly waiting: number;
  /** The calendar answered that the time is taken: a person decides. */
  readonly clashing: number;
  /** Since when the longest waiting one waits. */
  readonly oldestWaitingAt: number | null;
}

export interface SyncFacts {
  /** Whether bookings are to be written somewhere: a provider's, not a clinic's. */
  readonly receivesBookings: boolean;
  readonly connections: readonly ConnectionFacts[];
  readonly queue: PushQueueFacts;
  readonly requests: RequestFacts;
}

export interface SyncRules {
  readonly now: number;
  /** The longest a healthy calendar goes unread. */
  readonly longestPauseMs: number;
  /** Whether Google can tell this installation of changes at all. */
  readonly canBePushed: boolean;
}

/** What a person can press: connect again, read everything, try the writes again, bring both sides together, choose a calendar, answer requests; or nothing but wait. */
export type SyncFix = "reconnect" | "reread" | "replay" | "mend" | "choose-calendar" | "answer" | "wait";

export interface SyncFinding {
  readonly tone: "danger" | "pending" | "info";
  readonly title: string;
  readonly sentence: string;
  readonly fix: SyncFix;
}

const PATIENCE_MS = 2 * 60_000;
const ORDER = { danger: 0, pending: 1, info: 2 } as const;

/** Everything that is not as it should be between a provider's calendars and MedBookings, the worst first. */
export function diagnoseSync({ receivesBookings, connections, queue, requests }: SyncFacts, rules: SyncRules): SyncFinding[] {
  const findings = [...connections.flatMap((connection) => connectionFindings(connection, rules)), ...(connections.length > 0 ? queueFindings(queue, rules) : []), ...requestFindings(requests, rules)];
  const live = connections.filter((connection) => connection.isActive && connection.calendars.length > 0);
  if (receivesBookings && live.length > 0 && !live.some(({ calendars }) => calendars.some((calendar) => calendar.receivesBookings))) {
    findings.push({ tone: "pending", title: "No calendar receives bookings", sentence: "Bookings are kept here, but none of your calendars shows them. Choose one.", fix: "choose-calendar" });
  }
  return findings.toSorted((a, b) => ORDER[a.tone] - ORDER[b.tone]);
}

function connectionFindings({ accountEmail, isActive, lastError, calendars }: ConnectionFacts, rules: SyncRules): SyncFinding[] {
  if (!isActive) {
    return [{ tone: "danger", title: "Google no longer lets us in", sentence: `${accountEmail} has to be connected again. Until then its events are not read, bookings are not written to it, and new ones may wait for it as requests. Nothing is lost.`, fix: "reconnect" }];
  }
  const own: SyncFinding[] = lastError === null ? [] : [{ tone: "pending", title: `The last try with ${accountEmail} did not work`, sentence: lastError, fix: "reread" }];
  if (calendars.length === 0 && lastError === null) own.push({ tone: "info", title: "The account is being looked at for the first time", sentence: `We are asking Google which calendars ${accountEmail} has.`, fix: "wait" });
  return [...own, ...calendars.filter((calendar) => calendar.readsBusy || calendar.receivesBookings).flatMap((calendar) => calendarFindings(calendar, rules)), ...calendars.flatMap(differenceFindings)];
}

function differenceFindings({ name, differences, edits }: CalendarFacts): SyncFinding[] {
  if (differences === 0) return [];
  const many = differences === 1 ? "1 thing" : `${differences} things`;
  const edited = edits === 0 ? "" : ` ${differences === 1 ? "It" : `${edits} of them`} ${edits === 1 ? "was" : "were"} changed in Google and not taken in yet.`;
  return [{ tone: "pending", title: `“${name}” and MedBookings tell ${many} differently`, sentence: `Mending writes what we know better, and reads what Google does.${edited}`, fix: "mend" }];
}

function calendarFindings({ name, readsBusy, lastReadAt, firstReadEvents, lastErrorAt, lastError, channelExpiresAt }: CalendarFacts, { now, longestPauseMs, canBePushed }: SyncRules): SyncFinding[] {
  const findings: SyncFinding[] = [];
  const hasFailed = lastError !== null && (lastReadAt === null || lastErrorAt === null || lastErrorAt >= lastReadAt);
  if (hasFailed) findings.push({ tone: "pending", title: `“${name}” could not be read`, sentence: lastError, fix: "reread" });
  else if (lastReadAt === null) findings.push({ tone: "info", title: `“${name}” is being read for the first time`, sentence: firstReadInWords(readsBusy, firstReadEvents), fix: "wait" });
  else if (now - lastReadAt > longestPauseMs + PATIENCE_MS) {
    findings.push({ tone: "pending", title: `“${name}” has not been read for ${minutesInWords(now - lastReadAt)}`, sentence: "It should have been by now. Either the background worker stands still or there is a lot to do.", fix: "reread" });
  }
  if (canBePushed && channelExpiresAt !== null && channelExpiresAt <= now) {
    findings.push({ tone: "info", title: `Google no longer tells us of changes in “${name}”`, sentence: "The agreement ran out and is made anew by itself. Until then we look every few minutes.", fix: "wait" });
  }
  return findings;
}

function firstReadInWords(readsBusy: boolean, events: number): string {
  const soFar = events === 0 ? "" : `${events.toLocaleString("en")} events so far. `;
  return readsBusy ? `${soFar}Until all of it is read, a time that is taken there may be offered.` : `${soFar}Then changes made there to visits are noticed.`;
}

function queueFindings({ waiting, failing, refused, oldestWaitingAt }: PushQueueFacts, { now }: SyncRules): SyncFinding[] {
  const findings: SyncFinding[] = [];
  if (refused > 0) findings.push({ tone: "danger", title: `Google refused ${visits(refused)}`, sentence: "The booking stands, but the calendar does not show it. Once the reason is mended, try again.", fix: "replay" });
  if (failing > 0) findings.push({ tone: "pending", title: `${visits(failing)} could not be written yet`, sentence: "It is tried again by itself, for as long as a day.", fix: "replay" });
  if (waiting > 0 && oldestWaitingAt !== null && now - oldestWaitingAt > PATIENCE_MS) {
    findings.push({ tone: "pending", title: `${visits(waiting)} wait to be written`, sentence: `The first for ${minutesInWords(now - oldestWaitingAt)}.`, fix: "replay" });
  }
  return findings;
}

function requestFindings({ waiting, clashing, oldestWaitingAt }: RequestFacts, { now }: SyncRules): SyncFinding[] {
  const findings: SyncFinding[] = [];
  if (clashing > 0) findings.push({ tone: "danger", title: `${requestsInWords(clashing)} ${clashing === 1 ? "clashes" : "clash"} with a calendar`, sentence: "The calendar did not answer when it came in, and now shows that time as taken. Confirm it all the same, or decline it.", fix: "answer" });
  if (waiting > 0) {
    const since = oldestWaitingAt === null ? "" : `${waiting === 1 ? "It waits" : "The first waits"} for ${minutesInWords(now - oldestWaitingAt)} now. `;
    findings.push({ tone: "pending", title: `${requestsInWords(waiting)} ${waiting === 1 ? "waits" : "wait"} for a calendar that does not answer`, sentence: `${since}${waiting === 1 ? "It is" : "They are"} confirmed by ${waiting === 1 ? "itself" : "themselves"} once the calendar answers and the time is free. You can confirm before that.`, fix: "answer" });
  }
  return findings;
}

const requestsInWords = (count: number): string => (count === 1 ? "1 request" : `${count} requests`);

const visits = (count: number): string => (count === 1 ? "1 visit" : `${count} visits`);

function minutesInWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 120) return minutes === 1 ? "a minute" : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
