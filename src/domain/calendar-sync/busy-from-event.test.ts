import { expect, test } from "vitest";
import { busyFromEvent, type ExternalEvent } from "./busy-from-event";

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
  expect(busyFromEvent({ ...meeting, ...change }, zone)).toEqual({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), kind: change.eventType ?? "default" });
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
  expect(busyFromEvent({ ...meeting, ...change }, "Europe/Berlin")).toBeNull();
});
