import { describe, expect, it } from "vitest";
import { groupSlots } from "./group-slots";

const utc = (iso: string) => Date.parse(iso);

describe("groupSlots", () => {
  it("groups by the date of the zone in which slots are shown", () => {
    const starts = ["2026-11-24T17:45:00Z", "2026-11-24T18:15:00Z", "2026-11-26T04:00:00Z"].map(utc);
    expect(groupSlots(starts, "Asia/Kathmandu")).toEqual([
      { onDate: "2026-11-24", slots: [{ startsAt: "2026-11-24T17:45:00.000Z", localStart: "2026-11-24T23:30" }] },
      { onDate: "2026-11-25", slots: [{ startsAt: "2026-11-24T18:15:00.000Z", localStart: "2026-11-25T00:00" }] },
      { onDate: "2026-11-26", slots: [{ startsAt: "2026-11-26T04:00:00.000Z", localStart: "2026-11-26T09:45" }] },
    ]);
  });

  it("shows a repeated reading twice, the instants apart", () => {
    const starts = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map(utc); // 01:30 in London, both times
    expect(groupSlots(starts, "Europe/London")).toEqual([
      {
        onDate: "2026-10-25",
        slots: [
          { startsAt: "2026-10-25T00:30:00.000Z", localStart: "2026-10-25T01:30" },
          { startsAt: "2026-10-25T01:30:00.000Z", localStart: "2026-10-25T01:30" },
        ],
      },
    ]);
  });

  it("keeps one entry for a date that comes back", () => {
    // St John's went from 00:01 on 7 November 2010 back to 23:01 on the 6th.
    const starts = ["2010-11-07T02:30:00Z", "2010-11-07T03:00:00Z", "2010-11-07T03:30:00Z"].map(utc);
    expect(groupSlots(starts, "America/St_Johns").map((day) => [day.onDate, day.slots.length])).toEqual([
      ["2010-11-07", 2], // 00:00 and, an hour later, 00:00
      ["2010-11-06", 1], // 23:30
    ]);
  });

  it("groups nothing into nothing", () => {
    expect(groupSlots([], "UTC")).toEqual([]);
  });
});
