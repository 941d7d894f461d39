import { expect, test } from "vitest";
import { busyFromEvent, type ExternalEvent } from "./busy-from-event";
import { BUSY_KINDS, DEFAULT_BUSY_KINDS, readBusyKinds, type BusyKind } from "./busy-kinds";

const at = (iso: string) => ({ kind: "instant" as const, at: Date.parse(iso) });
const on = (onDate: string) => ({ kind: "date" as const, onDate });
const meeting: ExternalEvent = { status: "confirmed", start: at("2026-11-24T09:00:00Z"), end: at("2026-11-24T10:00:00Z"), isTransparent: false, eventType: "default", ownResponse: null };

const taken: [string, Partial<ExternalEvent>, string, string, string?][] = [
  ["a meeting", {}, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  ["a tentative event", { status: "tentative" }, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  ["an unanswered invitation", { ownResponse: "needsAction" }, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  ["a maybe", { ownResponse: "tentative" }, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  ["out of office", { eventType: "outOfOffice" }, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  ["focus time", { eventType: "focusTime" }, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  ["a booking found in mail", { eventType: "fromGmail" }, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"],
  // Midnight in Berlin is 23:00Z in winter.
  ["an all-day event", { start: on("2026-11-24"), end: on("2026-11-25") }, "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z"],
  // 25 hours: the clocks go back on 2026-10-25.
  ["an all-day event on the long day", { start: on("2026-10-25"), end: on("2026-10-26") }, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"],
  ["an all-day event in New York", { start: on("2026-11-24"), end: on("2026-11-25") }, "2026-11-24T05:00:00Z", "2026-11-25T05:00:00Z", "America/New_York"],
  ["several days", { start: on("2026-12-24"), end: on("2027-01-02") }, "2026-12-23T23:00:00Z", "2027-01-01T23:00:00Z"],
  ["a night shift", { start: at("2026-11-24T22:00:00Z"), end: at("2026-11-25T06:00:00Z") }, "2026-11-24T22:00:00Z", "2026-11-25T06:00:00Z"],
];

test.each(taken)("%s takes time", (_name, change, startsAt, endsAt, zone = "Europe/Berlin") => {
  expect(busyFromEvent({ ...meeting, ...change }, zone, DEFAULT_BUSY_KINDS)).toEqual({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), kind: change.eventType ?? "default" });
});

const free: [string, Partial<ExternalEvent>][] = [
  ["an event shown as free", { isTransparent: true }],
  ["a declined invitation", { ownResponse: "declined" }],
  ["a cancelled event", { status: "cancelled" }],
  ["a tombstone without times", { status: "cancelled", start: null, end: null }],
  ["a working location", { eventType: "workingLocation" }],
  ["a birthday", { eventType: "birthday", start: on("2026-11-24"), end: on("2026-11-25") }],
  ["an event without length", { end: at("2026-11-24T09:00:00Z") }],
  ["an event that ends before it starts", { end: at("2026-11-24T08:00:00Z") }],
  ["an event without an end", { end: null }],
];

test.each(free)("%s takes none", (_name, change) => {
  expect(busyFromEvent({ ...meeting, ...change }, "Europe/Berlin", BUSY_KINDS.filter((kind) => kind !== "working-location"))).toBeNull();
});

const allDay = { start: on("2026-11-24"), end: on("2026-11-25") };
const without = (...kinds: BusyKind[]) => BUSY_KINDS.filter((kind) => !kinds.includes(kind));
const debated: [string, Partial<ExternalEvent>, readonly BusyKind[], boolean][] = [
  ["a tentative event that may not count", { status: "tentative" }, without("tentative"), false],
  ["a maybe that may not count", { ownResponse: "tentative" }, without("tentative"), false],
  ["an accepted invitation", { ownResponse: "accepted" }, [], true],
  ["an unanswered invitation that may not count", { ownResponse: "needsAction" }, without("unanswered"), false],
  ["an unanswered invitation where only maybes may not count", { ownResponse: "needsAction" }, without("tentative"), true],
  ["a whole day that may not count", allDay, without("all-day"), false],
  ["a tentative whole day counts only if both do", { ...allDay, status: "tentative" }, without("tentative"), false],
  ["focus time that may not count", { eventType: "focusTime" }, without("focus-time"), false],
  ["a working location that counts, though Google shows it as free", { ...allDay, eventType: "workingLocation", isTransparent: true }, ["working-location"], true],
  ["a cancelled working location", { eventType: "workingLocation", status: "cancelled" }, BUSY_KINDS, false],
  ["out of office, whatever was chosen", { ...allDay, eventType: "outOfOffice", ownResponse: "needsAction" }, [], true],
  ["a plain meeting, whatever was chosen", {}, [], true],
  ["an event shown as free, whatever was chosen", { isTransparent: true }, BUSY_KINDS, false],
  ["a birthday, whatever was chosen", { ...allDay, eventType: "birthday" }, BUSY_KINDS, false],
  ["a kind that Google has yet to invent", { eventType: "siesta" }, [], true],
];

test.each(debated)("%s", (_name, change, counting, isBusy) => {
  expect(busyFromEvent({ ...meeting, ...change }, "Europe/Berlin", counting) !== null).toBe(isBusy);
});

test("what is stored is read in the table's order, and a word that is no kind is dropped", () => {
  expect(readBusyKinds(["focus-time", "siesta", "tentative", "tentative"])).toEqual(["tentative", "focus-time"]);
});
