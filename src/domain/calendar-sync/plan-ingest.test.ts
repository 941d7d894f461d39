import { expect, test } from "vitest";
import { DEFAULT_BUSY_KINDS } from "./busy-kinds";
import { eventIdOf } from "./event-id";
import { planIngest, writtenForSeries, type ListedEvent } from "./plan-ingest";

const SERIES = "01930000-0000-7000-8000-000000000002";
const event = (eventId: string, change: Partial<ListedEvent> = {}): ListedEvent => ({
  eventId, recurringEventId: null, seriesId: null, status: "confirmed", isTransparent: false, eventType: "default", ownResponse: null,
  start: { kind: "instant", at: 1_000 }, end: { kind: "instant", at: 2_000 }, ...change,
});
const nobody = () => false;

test("what takes time is written, what takes none is removed", () => {
  expect(planIngest([event("a"), event("b", { status: "cancelled" }), event("c", { isTransparent: true })], "UTC", DEFAULT_BUSY_KINDS, nobody)).toEqual({
    upserts: [{ externalEventId: "a", startsAt: 1_000, endsAt: 2_000, kind: "default" }],
    removals: ["b", "c"],
    retiredSeries: ["a", "b", "c"],
  });
});

test("an instance takes the place of the single event its series once was", () => {
  expect(planIngest([event("m_20261124T090000Z", { recurringEventId: "m" })], "UTC", DEFAULT_BUSY_KINDS, nobody)).toMatchObject({ removals: ["m"], retiredSeries: [] });
});

test("an event listed twice counts by its last state", () => {
  expect(planIngest([event("a"), event("a", { status: "cancelled" })], "UTC", DEFAULT_BUSY_KINDS, nobody)).toMatchObject({ upserts: [], removals: ["a"] });
});

test("our own events take no time; another provider's booking in the same account does", () => {
  const ours = event(eventIdOf(SERIES), { seriesId: SERIES });
  expect(planIngest([ours], "UTC", DEFAULT_BUSY_KINDS, () => true).upserts).toEqual([]);
  expect(planIngest([ours], "UTC", DEFAULT_BUSY_KINDS, nobody).upserts).toHaveLength(1);
});

test("only the event we wrote is ours, not a person's copy of it or a forged mark", () => {
  expect(writtenForSeries({ eventId: eventIdOf(SERIES), seriesId: SERIES })).toBe(SERIES);
  expect(writtenForSeries({ eventId: "copy", seriesId: SERIES })).toBeNull();
  expect(writtenForSeries({ eventId: "copy", seriesId: "not-a-uuid" })).toBeNull();
  expect(writtenForSeries({ eventId: eventIdOf(SERIES), seriesId: "01930000-0000-7000-8000-000000000003" })).toBeNull();
});

test("a private event of ours is known by its id where Google does not show our mark, to readers", () => {
  expect(writtenForSeries({ eventId: eventIdOf(SERIES), seriesId: null })).toBe(SERIES);
  expect(writtenForSeries({ eventId: "copy", seriesId: null })).toBeNull();
});
