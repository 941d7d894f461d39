import { expect, test } from "vitest";
import { diagnoseSync, type CalendarFacts, type ConnectionFacts, type PushQueueFacts, type RequestFacts } from "./diagnose-sync";

const NOW = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;
const rules = { now: NOW, longestPauseMs: 5 * MINUTE, canBePushed: true };
const QUIET: PushQueueFacts = { waiting: 0, failing: 0, refused: 0, oldestWaitingAt: null };
const NO_REQUESTS: RequestFacts = { waiting: 0, clashing: 0, oldestWaitingAt: null };
const calendar = (facts: Partial<CalendarFacts> = {}): CalendarFacts => ({ id: "c", name: "Practice", readsBusy: true, receivesBookings: true, lastReadAt: NOW - MINUTE, firstReadEvents: 0, lastErrorAt: null, lastError: null, channelExpiresAt: NOW + 1e9, differences: 0, edits: 0, ...facts });
const connection = (facts: Partial<ConnectionFacts> = {}, ...calendars: CalendarFacts[]): ConnectionFacts => ({ id: "n", accountEmail: "amara@example.test", isActive: true, lastError: null, calendars: calendars.length > 0 ? calendars : [calendar()], ...facts });
const fixes = (connections: ConnectionFacts[], queue = QUIET) => diagnoseSync({ receivesBookings: true, connections, queue, requests: NO_REQUESTS }, rules).map(({ tone, fix }) => `${tone} ${fix}`);

test("a calendar in step has nothing to say, and neither has nobody's", () => {
  expect(fixes([connection()])).toEqual([]);
  expect(fixes([], { ...QUIET, refused: 3 })).toEqual([]);
});

test("a dead grant is told once, whatever its calendars say, with the way back", () => {
  expect(fixes([connection({ isActive: false, lastError: "Google no longer accepts our access." }, calendar({ lastError: "x", lastErrorAt: NOW }))])).toEqual(["danger reconnect"]);
});

test("a failed read shows until a later one works", () => {
  expect(fixes([connection({}, calendar({ lastError: "Google could not be reached.", lastErrorAt: NOW }))])).toEqual(["pending reread"]);
  expect(fixes([connection({}, calendar({ lastError: "old", lastErrorAt: NOW - 2 * MINUTE }))])).toEqual([]);
});

test("a calendar nobody reads any more is named with its age", () => {
  const [finding] = diagnoseSync({ receivesBookings: true, connections: [connection({}, calendar({ lastReadAt: NOW - 20 * MINUTE }))], queue: QUIET, requests: NO_REQUESTS }, rules);
  expect(finding).toMatchObject({ tone: "pending", title: "“Practice” has not been read for 20 minutes", fix: "reread" });
  expect(fixes([connection({}, calendar({ lastReadAt: NOW - 6 * MINUTE }))])).toEqual([]);
});

test("what waits, fails or was refused is counted, the worst first", () => {
  expect(fixes([connection()], { waiting: 1, failing: 2, refused: 1, oldestWaitingAt: NOW - 5 * MINUTE })).toEqual(["danger replay", "pending replay", "pending replay"]);
  expect(fixes([connection()], { ...QUIET, waiting: 4, oldestWaitingAt: NOW - MINUTE })).toEqual([]);
});

test("an ended channel and a calendar for bookings that is missing are told", () => {
  expect(fixes([connection({}, calendar({ channelExpiresAt: NOW - 1, receivesBookings: false }))])).toEqual(["pending choose-calendar", "info wait"]);
});

test("what a comparison found is told until it is mended, edits by their name", () => {
  const [finding] = diagnoseSync({ receivesBookings: true, connections: [connection({}, calendar({ differences: 3, edits: 1 }))], queue: QUIET, requests: NO_REQUESTS }, rules);
  expect(finding).toMatchObject({ tone: "pending", title: "“Practice” and MedBookings tell 3 things differently", fix: "mend" });
  expect(finding?.sentence).toContain("1 of them was changed in Google");
});

test("a first read says how far it has come, and what that means for what is offered", () => {
  const sentence = (facts: Partial<CalendarFacts>) => diagnoseSync({ receivesBookings: true, connections: [connection({}, calendar({ lastReadAt: null, ...facts }))], queue: QUIET, requests: NO_REQUESTS }, rules).map((finding) => finding.sentence);
  expect(sentence({})).toEqual(["Until all of it is read, a time that is taken there may be offered."]);
  expect(sentence({ firstReadEvents: 5_000 })).toEqual(["5,000 events so far. Until all of it is read, a time that is taken there may be offered."]);
  expect(sentence({ firstReadEvents: 5_000, readsBusy: false })).toEqual(["5,000 events so far. Then changes made there to visits are noticed."]);
});

test("requests that wait for a calendar are counted with their age; those that clash wait for a person", () => {
  const told = (requests: Partial<RequestFacts>) => diagnoseSync({ receivesBookings: true, connections: [connection()], queue: QUIET, requests: { ...NO_REQUESTS, ...requests } }, rules);
  expect(told({ waiting: 2, oldestWaitingAt: NOW - 12 * MINUTE })).toMatchObject([{ tone: "pending", title: "2 requests wait for a calendar that does not answer", sentence: expect.stringContaining("The first waits for 12 minutes now."), fix: "answer" }]);
  expect(told({ waiting: 1, clashing: 1, oldestWaitingAt: NOW - MINUTE }).map(({ tone, title }) => `${tone} ${title}`)).toEqual(["danger 1 request clashes with a calendar", "pending 1 request waits for a calendar that does not answer"]);
});
