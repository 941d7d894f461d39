import { describe, expect, it } from "vitest";
import { isTimeZone, listTimeZones, localToInstant, offsetMinutesAt, transitionsBetween, zoneDataVersion } from "./time-zone";

const utc = (iso: string) => Date.parse(iso);

describe("zone rules", () => {
  it("come from the data the app ships", () => {
    expect(zoneDataVersion()).toMatch(/^20\d\d[a-z]$/);
    expect(listTimeZones()).toContain("Europe/London");
    expect(["Europe/London", "Asia/Kathmandu", "UTC"].every(isTimeZone)).toBe(true);
    expect(["europe/london", "Mars/Olympus", "", "GMT+2"].some(isTimeZone)).toBe(false);
    expect(() => offsetMinutesAt(0, "Mars/Olympus")).toThrow("Unknown time zone: Mars/Olympus");
  });

  it.each([
    ["America/Vancouver", "2026-12-15T20:00:00Z", -420], // 13:00: no more winter time, whatever Node's Intl says
    ["America/Vancouver", "2025-12-15T20:00:00Z", -480], // 12:00
    ["Asia/Kathmandu", "2026-11-24T00:00:00Z", 345],
    ["Asia/Kolkata", "2026-11-24T00:00:00Z", 330],
    ["Australia/Lord_Howe", "2026-07-01T00:00:00Z", 630],
    ["Australia/Lord_Howe", "2026-12-01T00:00:00Z", 660],
    ["Pacific/Apia", "2026-11-24T00:00:00Z", 780],
    ["Africa/Cairo", "2026-07-01T00:00:00Z", 180],
    ["Africa/Casablanca", "2026-03-01T00:00:00Z", 0], // Ramadan
    ["Africa/Casablanca", "2026-06-01T00:00:00Z", 60],
  ])("%s at %s is %i minutes east", (timeZone, at, minutes) => {
    expect(offsetMinutesAt(utc(at), timeZone)).toBe(minutes);
  });

  it("moves a skipped reading forward by the gap", () => {
    // London skips 01:00–02:00 on 29 March 2026.
    expect(localToInstant("2026-03-29", 59, "Europe/London")).toBe(utc("2026-03-29T00:59:00Z")); // 00:59
    expect(localToInstant("2026-03-29", 60, "Europe/London")).toBe(utc("2026-03-29T01:00:00Z")); // 02:00
    expect(localToInstant("2026-03-29", 90, "Europe/London")).toBe(utc("2026-03-29T01:30:00Z")); // 02:30
    expect(localToInstant("2026-03-29", 120, "Europe/London")).toBe(utc("2026-03-29T01:00:00Z")); // 02:00
    // Lord Howe skips half an hour, 02:00–02:30.
    expect(localToInstant("2026-10-04", 135, "Australia/Lord_Howe")).toBe(utc("2026-10-03T15:45:00Z")); // 02:45
  });

  it("takes the first of a repeated reading", () => {
    // London repeats 01:00–02:00 on 25 October 2026.
    expect(localToInstant("2026-10-25", 90, "Europe/London")).toBe(utc("2026-10-25T00:30:00Z")); // 01:30 summer time
    expect(localToInstant("2026-10-25", 120, "Europe/London")).toBe(utc("2026-10-25T02:00:00Z")); // 02:00
    // Cairo repeats 23:00–24:00 on 29 October 2026.
    expect(localToInstant("2026-10-29", 1410, "Africa/Cairo")).toBe(utc("2026-10-29T20:30:00Z")); // 23:30 summer time
    expect(localToInstant("2026-10-29", 1440, "Africa/Cairo")).toBe(utc("2026-10-29T22:00:00Z")); // 00:00 on the 30th
  });

  it("counts minutes past midnight into the next day", () => {
    expect(localToInstant("2026-11-24", 1500, "Asia/Kathmandu")).toBe(utc("2026-11-24T19:15:00Z")); // 01:00 on the 25th
    expect(() => localToInstant("2026-11-24", 2881, "UTC")).toThrow(RangeError);
    expect(() => localToInstant("24 November", 0, "UTC")).toThrow(RangeError);
  });

  it("lists changes of offset, and nothing else", () => {
    expect(transitionsBetween("Europe/London", utc("2026-01-01T00:00:00Z"), utc("2027-01-01T00:00:00Z"))).toEqual([
      { at: utc("2026-03-29T01:00:00Z"), offsetBefore: 0, offsetAfter: 60 },
      { at: utc("2026-10-25T01:00:00Z"), offsetBefore: 60, offsetAfter: 0 },
    ]);
    expect(transitionsBetween("Asia/Kathmandu", utc("2024-01-01T00:00:00Z"), utc("2036-01-01T00:00:00Z"))).toEqual([]);
  });
});
