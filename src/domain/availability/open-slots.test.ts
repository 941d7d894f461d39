import { describe, expect, it } from "vitest";
import type { Interval } from "@/domain/time/interval";
import type { AvailabilityException, ScheduleFacts, ServiceRules } from "./availability-facts";
import { openSlots } from "./open-slots";

const utc = (iso: string) => Date.parse(iso.length === 17 ? `${iso.slice(0, 16)}:00Z` : iso);
const iso = (starts: readonly number[]) => starts.map((start) => `${new Date(start).toISOString().slice(0, 16)}Z`);

type Ask = {
  timeZone: string;
  range: [string, string];
  schedule?: Partial<ScheduleFacts>;
  service?: Partial<ServiceRules>;
  busy?: [string, string][];
  dailyCounts?: Map<string, number>;
  now?: string;
};

const everyDay = (startMinute: number, endMinute: number) =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, startMinute, endMinute }));

function slots({ timeZone, range, schedule, service, busy = [], dailyCounts, now = "2020-01-01T00:00Z" }: Ask): string[] {
  return iso(
    openSlots({
      schedule: { timeZone, weekly: everyDay(540, 660), breaks: [], exceptions: [], holidays: [], ...schedule },
      service: {
        durationMinutes: 30,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        slotStepMinutes: 30,
        minimumNoticeMinutes: 0,
        horizonDays: 10_000,
        dailyCap: null,
        ...service,
      },
      busy: busy.map(([from, to]): Interval => [utc(from), utc(to)]),
      dailyCounts,
      range: [utc(range[0]), utc(range[1])],
      now: utc(now),
    }),
  );
}

// Tuesday 24 November 2026; London runs at UTC.
const tuesday = { timeZone: "Europe/London", range: ["2026-11-24T00:00Z", "2026-11-25T00:00Z"] as [string, string] };
const nineToEleven = ["2026-11-24T09:00Z", "2026-11-24T09:30Z", "2026-11-24T10:00Z", "2026-11-24T10:30Z"];
const on = (exception: Omit<AvailabilityException, "onDate">) => ({ exceptions: [{ onDate: "2026-11-24", ...exception }] });

describe("hours", () => {
  it("offers the grid inside them, up to the last visit that fits", () => {
    expect(slots(tuesday)).toEqual(nineToEleven);
    expect(slots({ ...tuesday, service: { durationMinutes: 45 } })).toEqual(nineToEleven.slice(0, 3));
  });

  it("anchors the grid at midnight, not at the opening", () => {
    expect(slots({ ...tuesday, schedule: { weekly: everyDay(550, 660) } })).toEqual(nineToEleven.slice(1)); // from 09:10
  });

  it("loses breaks, wherever they cut", () => {
    const breaks = [{ weekday: 2 as const, startMinute: 585, endMinute: 600 }]; // 09:45–10:00
    expect(slots({ ...tuesday, schedule: { breaks } })).toEqual([nineToEleven[0], nineToEleven[2], nineToEleven[3]]);
  });

  it("lets a visit run from one range into the next that touches it", () => {
    const weekly = [...everyDay(540, 600), ...everyDay(600, 660)];
    expect(slots({ ...tuesday, schedule: { weekly }, service: { durationMinutes: 90 } })).toEqual(nineToEleven.slice(0, 2));
  });

  it("looks past the range for the end of a visit that begins in it", () => {
    const ask = { ...tuesday, range: ["2026-11-24T23:00Z", "2026-11-24T23:45Z"] as [string, string] };
    const open = { schedule: { weekly: everyDay(0, 1440) }, service: { durationMinutes: 90 } };
    expect(slots({ ...ask, ...open })).toEqual(["2026-11-24T23:00Z", "2026-11-24T23:30Z"]); // until 00:30 and 01:00
  });

  it("crosses midnight", () => {
    const weekly = [{ weekday: 2 as const, startMinute: 1380, endMinute: 60 }]; // Tuesday 23:00 to Wednesday 01:00
    expect(slots({ timeZone: "Asia/Kathmandu", range: ["2026-11-24T00:00Z", "2026-11-26T00:00Z"], schedule: { weekly } })).toEqual([
      "2026-11-24T17:15Z", // 23:00
      "2026-11-24T17:45Z", // 23:30
      "2026-11-24T18:15Z", // 00:00
      "2026-11-24T18:45Z", // 00:30
    ]);
  });

  it("reads 0 and 1440 at the end as midnight, and equal minutes as a whole day", () => {
    const weekly = (startMinute: number, endMinute: number) => ({ weekly: [{ weekday: 2 as const, startMinute, endMinute }] });
    const late = ["2026-11-24T23:00Z", "2026-11-24T23:30Z"];
    const range: [string, string] = ["2026-11-24T00:00Z", "2026-11-26T00:00Z"];
    expect(slots({ ...tuesday, range, schedule: weekly(1380, 0) })).toEqual(late);
    expect(slots({ ...tuesday, range, schedule: weekly(1380, 1440) })).toEqual(late);
    expect(slots({ ...tuesday, range, schedule: weekly(600, 600) })).toHaveLength(48); // 10:00 to 10:00
  });
});

describe("dated changes", () => {
  it("closes a day or a part of it", () => {
    expect(slots({ ...tuesday, schedule: on({ kind: "closed" }) })).toEqual([]);
    expect(slots({ ...tuesday, schedule: on({ kind: "closed", startMinute: 570, endMinute: 600 }) })).toEqual([
      nineToEleven[0],
      nineToEleven[2],
      nineToEleven[3],
    ]);
  });

  it("closes with a day the night that begins on it and the night that ends on it", () => {
    const weekly = everyDay(1380, 60);
    const range: [string, string] = ["2026-11-23T12:00Z", "2026-11-25T12:00Z"];
    expect(slots({ ...tuesday, range, schedule: { weekly, ...on({ kind: "closed" }) } })).toEqual([
      "2026-11-23T23:00Z",
      "2026-11-23T23:30Z",
    ]);
  });

  it("adds time, and replaces a day's hours, without the weekly breaks", () => {
    const breaks = [{ weekday: 2 as const, startMinute: 0, endMinute: 1440 }];
    const evening = { startMinute: 1080, endMinute: 1140 }; // 18:00–19:00
    const later = ["2026-11-24T18:00Z", "2026-11-24T18:30Z"];
    expect(slots({ ...tuesday, schedule: on({ kind: "extra", ...evening }) })).toEqual([...nineToEleven, ...later]);
    expect(slots({ ...tuesday, schedule: { breaks, ...on({ kind: "hours", ...evening }) } })).toEqual(later);
    expect(slots({ ...tuesday, schedule: on({ kind: "hours" }) })).toEqual([]);
  });

  it("closes holidays, unless dated hours open them; closed beats both", () => {
    const holidays = ["2026-11-24"];
    const evening = { onDate: "2026-11-24", kind: "extra" as const, startMinute: 1080, endMinute: 1110 };
    expect(slots({ ...tuesday, schedule: { holidays } })).toEqual([]);
    expect(slots({ ...tuesday, schedule: { holidays, exceptions: [evening] } })).toEqual(["2026-11-24T18:00Z"]);
    const closed = { onDate: "2026-11-24", kind: "closed" as const };
    expect(slots({ ...tuesday, schedule: { holidays, exceptions: [evening, closed] } })).toEqual([]);
  });
});

describe("busy time and buffers", () => {
  it("touches busy time but never overlaps it, to the second", () => {
    expect(slots({ ...tuesday, busy: [["2026-11-24T09:30Z", "2026-11-24T10:00Z"]] })).toEqual([
      nineToEleven[0],
      nineToEleven[2],
      nineToEleven[3],
    ]);
    expect(slots({ ...tuesday, busy: [["2026-11-24T09:29:59Z", "2026-11-24T10:00:01Z"]] })).toEqual([nineToEleven[3]]);
  });

  it("keeps buffers clear of busy time, though they may lie outside hours", () => {
    const service = { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 };
    expect(slots({ ...tuesday, service })).toEqual(nineToEleven);
    expect(slots({ ...tuesday, service, busy: [["2026-11-24T08:00Z", "2026-11-24T08:50Z"]] })).toEqual(nineToEleven.slice(1));
    expect(slots({ ...tuesday, service, busy: [["2026-11-24T11:10Z", "2026-11-24T12:00Z"]] })).toEqual(nineToEleven.slice(0, 3));
  });
});

describe("policy", () => {
  it("asks for notice, to the minute", () => {
    const service = { minimumNoticeMinutes: 120 };
    expect(slots({ ...tuesday, service, now: "2026-11-24T07:30Z" })).toEqual(nineToEleven.slice(1));
    expect(slots({ ...tuesday, service, now: "2026-11-24T07:31Z" })).toEqual(nineToEleven.slice(2));
    expect(slots({ ...tuesday, now: "2026-11-24T09:01Z" })).toEqual(nineToEleven.slice(1)); // never in the past
  });

  it("ends at the horizon's local midnight", () => {
    const range: [string, string] = ["2026-11-24T00:00Z", "2026-12-31T00:00Z"];
    const now = "2026-11-23T18:20Z"; // 24 November, 00:05 in Kathmandu
    const last = slots({ timeZone: "Asia/Kathmandu", range, service: { horizonDays: 1 }, now }).at(-1);
    expect(last).toBe("2026-11-25T04:45Z"); // 10:30 on the 25th
    expect(slots({ timeZone: "Asia/Kathmandu", range, service: { horizonDays: 0 }, now }).at(-1)).toBe("2026-11-24T04:45Z");
  });

  it("offers nothing on a day that reached its cap", () => {
    const ask = { ...tuesday, service: { dailyCap: 2 } };
    expect(slots({ ...ask, dailyCounts: new Map([["2026-11-24", 2]]) })).toEqual([]);
    expect(slots({ ...ask, dailyCounts: new Map([["2026-11-24", 1]]) })).toEqual(nineToEleven);
    expect(slots(ask)).toEqual(nineToEleven);
  });

  it("takes the range to mean starts, half-open", () => {
    expect(slots({ ...tuesday, range: ["2026-11-24T09:30Z", "2026-11-24T10:30Z"] })).toEqual(nineToEleven.slice(1, 3));
    expect(slots({ ...tuesday, range: ["2026-11-24T10:30Z", "2026-11-24T09:30Z"] })).toEqual([]);
  });

  it("refuses impossible rules", () => {
    expect(() => slots({ ...tuesday, service: { slotStepMinutes: 0 } })).toThrow("slotStepMinutes must be positive");
    expect(() => slots({ ...tuesday, service: { durationMinutes: -5 } })).toThrow("durationMinutes must be positive");
    expect(() => slots({ ...tuesday, timeZone: "Mars/Olympus" })).toThrow("Unknown time zone");
  });
});

describe("clocks", () => {
  it("keeps Vancouver on summer time in December 2026", () => {
    const range: [string, string] = ["2026-12-15T00:00Z", "2026-12-16T00:00Z"];
    expect(slots({ timeZone: "America/Vancouver", range })[0]).toBe("2026-12-15T16:00Z"); // 09:00
  });

  it("jumps over a gap inside working hours", () => {
    // London skips 01:00–02:00 on 29 March 2026: 00:30–03:00 is an hour and a half.
    const range: [string, string] = ["2026-03-29T00:00Z", "2026-03-29T12:00Z"];
    expect(slots({ timeZone: "Europe/London", range, schedule: { weekly: everyDay(30, 180) } })).toEqual([
      "2026-03-29T00:30Z", // 00:30
      "2026-03-29T01:00Z", // 02:00
      "2026-03-29T01:30Z", // 02:30
    ]);
  });

  it("opens at the jump when the opening itself is skipped, and not at all when everything is", () => {
    const range: [string, string] = ["2026-03-29T00:00Z", "2026-03-29T12:00Z"];
    expect(slots({ timeZone: "Europe/London", range, schedule: { weekly: everyDay(90, 150) } })).toEqual(["2026-03-29T01:00Z"]); // 02:00
    expect(slots({ timeZone: "Europe/London", range, schedule: { weekly: everyDay(60, 120) } })).toEqual([]);
  });

  it("offers a repeated hour twice inside working hours", () => {
    // London repeats 01:00–02:00 on 25 October 2026: 00:30–02:30 is three hours.
    const range: [string, string] = ["2026-10-24T23:00Z", "2026-10-25T12:00Z"];
    expect(slots({ timeZone: "Europe/London", range, schedule: { weekly: everyDay(30, 150) } })).toEqual([
      "2026-10-24T23:30Z", // 00:30 summer time
      "2026-10-25T00:00Z", // 01:00
      "2026-10-25T00:30Z", // 01:30
      "2026-10-25T01:00Z", // 01:00 winter time
      "2026-10-25T01:30Z", // 01:30
      "2026-10-25T02:00Z", // 02:00
    ]);
  });

  it("keeps to the wall clock when Lord Howe moves by half an hour", () => {
    const range: [string, string] = ["2026-10-03T14:00Z", "2026-10-03T20:00Z"];
    const weekly = everyDay(60, 300); // 01:00–05:00 on Sunday 4 October, 02:00–02:30 skipped
    expect(slots({ timeZone: "Australia/Lord_Howe", range, schedule: { weekly }, service: { slotStepMinutes: 60 } })).toEqual([
      "2026-10-03T14:30Z", // 01:00 at +10:30
      "2026-10-03T16:00Z", // 03:00 at +11
      "2026-10-03T17:00Z", // 04:00
    ]);
  });

  it("starts Cairo's day at 01:00 when midnight is skipped", () => {
    const range: [string, string] = ["2026-04-23T20:00Z", "2026-04-24T00:00Z"];
    expect(slots({ timeZone: "Africa/Cairo", range, schedule: { weekly: everyDay(0, 120) } })).toEqual([
      "2026-04-23T22:00Z", // 01:00 on Friday 24 April
      "2026-04-23T22:30Z", // 01:30
    ]);
  });

  it("follows Casablanca out of Ramadan, and keeps Apia a day ahead", () => {
    const casablanca = { timeZone: "Africa/Casablanca", schedule: { weekly: everyDay(540, 570) } };
    expect(slots({ ...casablanca, range: ["2026-03-21T00:00Z", "2026-03-24T00:00Z"] })).toEqual([
      "2026-03-21T09:00Z", // 09:00 at +0
      "2026-03-22T08:00Z", // 09:00 at +1
      "2026-03-23T08:00Z",
    ]);
    const apia = { timeZone: "Pacific/Apia", schedule: { weekly: [{ weekday: 1 as const, startMinute: 540, endMinute: 570 }] } };
    expect(slots({ ...apia, range: ["2026-11-21T00:00Z", "2026-11-28T00:00Z"] })).toEqual(["2026-11-22T20:00Z"]); // Monday 23, 09:00
  });
});
