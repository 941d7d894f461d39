import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCalendar, planMend, type CalendarStories, type TakenTime } from "./compare-calendar";

const HOUR = 3_600_000;
const BASE = Date.UTC(2026, 10, 24);
const span = fc.record({ from: fc.integer({ min: 0, max: 200 }), hours: fc.integer({ min: 1, max: 5 }) }).map(({ from, hours }) => ({ startsAt: BASE + from * HOUR, endsAt: BASE + (from + hours) * HOUR }));
const series = fc.integer({ min: 0, max: 15 }).map((number) => `s${number}`);
const visits = fc.uniqueArray(fc.record({ seriesId: series, at: span }), { selector: (one) => one.seriesId, maxLength: 12 }).map((list) => list.map(({ seriesId, at }) => ({ seriesId, reference: seriesId, ...at })));
const taken = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 40 }), at: span }), { selector: (one) => one.id, maxLength: 12 }).map((list): TakenTime[] => list.map(({ id, at }) => ({ externalEventId: `e${id}`, ...at })));
const edited = fc.uniqueArray(series).map((list) => new Set(list));
const stories = fc.record({ visitsHere: visits, visitsInGoogle: visits, editedSeries: edited, takenHere: taken, takenInGoogle: taken });

const NOTHING: CalendarStories = { visitsHere: [], visitsInGoogle: [], editedSeries: new Set(), takenHere: [], takenInGoogle: [] };
const kinds = (of: Partial<CalendarStories>) => compareCalendar({ ...NOTHING, ...of }).map(({ kind }) => kind);
const visit = { seriesId: "s", reference: "ABCD", startsAt: BASE, endsAt: BASE + HOUR };
const event = { externalEventId: "e", startsAt: BASE, endsAt: BASE + HOUR };

test("each way of telling another story has its name", () => {
  expect(kinds({ visitsHere: [visit] })).toEqual(["visit-missing"]);
  expect(kinds({ visitsInGoogle: [visit] })).toEqual(["visit-extra"]);
  expect(kinds({ visitsHere: [visit], visitsInGoogle: [{ ...visit, endsAt: BASE + 2 * HOUR }] })).toEqual(["visit-moved"]);
  expect(kinds({ takenInGoogle: [event] })).toEqual(["busy-missing"]);
  expect(kinds({ takenHere: [event] })).toEqual(["busy-extra"]);
  expect(kinds({ takenHere: [event], takenInGoogle: [{ ...event, startsAt: BASE - HOUR }] })).toEqual(["busy-moved"]);
});

test("a person's edit is called one, and mended by reading it, never by writing over it", () => {
  const here = { ...NOTHING, visitsHere: [visit] };
  expect(compareCalendar({ ...here, editedSeries: new Set(["s"]) })).toMatchObject([{ kind: "visit-missing", isEdit: true }]);
  expect(planMend(compareCalendar({ ...here, editedSeries: new Set(["s"]) }))).toEqual({ writeSeries: [], needsRead: true });
  expect(planMend(compareCalendar(here))).toEqual({ writeSeries: ["s"], needsRead: false });
});

test("two sides that tell the same, in any order and to the second, differ in nothing", () => {
  fc.assert(
    fc.property(visits, taken, edited, (some, times, editedSeries) => {
      const late = times.map((time) => ({ ...time, startsAt: time.startsAt + 400 })).reverse();
      expect(compareCalendar({ visitsHere: some, visitsInGoogle: some.toReversed(), editedSeries, takenHere: times, takenInGoogle: late })).toEqual([]);
    }),
  );
});

test("looking from the other side shows the same differences the other way round", () => {
  const mirrored = { "visit-missing": "visit-extra", "visit-extra": "visit-missing", "busy-missing": "busy-extra", "busy-extra": "busy-missing", "visit-moved": "visit-moved", "busy-moved": "busy-moved" } as const;
  fc.assert(
    fc.property(stories, (one) => {
      const there = compareCalendar({ ...one, visitsHere: one.visitsInGoogle, visitsInGoogle: one.visitsHere, takenHere: one.takenInGoogle, takenInGoogle: one.takenHere });
      expect(compareCalendar(one).map(({ kind }) => mirrored[kind]).toSorted()).toEqual(there.map(({ kind }) => kind).toSorted());
    }),
  );
});

test("doing what the mend says leaves no difference", () => {
  fc.assert(
    fc.property(stories, (one) => {
      const { writeSeries, needsRead } = planMend(compareCalendar(one));
      const written = new Set(writeSeries);
      // A write makes Google say what we say; a read makes us say what Google says of taken time and of visits that a person edited.
      const google = [...one.visitsInGoogle.filter(({ seriesId }) => !written.has(seriesId)), ...one.visitsHere.filter(({ seriesId }) => written.has(seriesId))];
      const isFollowed = ({ seriesId }: { seriesId: string }) => needsRead && one.editedSeries.has(seriesId);
      const here = [...one.visitsHere.filter((known) => !isFollowed(known)), ...google.filter(isFollowed)];
      const takenHere = needsRead ? one.takenInGoogle : one.takenHere;
      expect(compareCalendar({ visitsHere: here, visitsInGoogle: google, editedSeries: one.editedSeries, takenHere, takenInGoogle: one.takenInGoogle })).toEqual([]);
    }),
  );
});
