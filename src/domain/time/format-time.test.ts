import { describe, expect, it } from "vitest";
import { formatInstant, zoneDifference } from "./format-instant";
import { dayInWords, formatDate, formatLocal, minutesApart, offsetDifference, partOfDay, zoneInWords } from "./format-time";
import { fromLocal, toLocal } from "./local-time";

describe("times for people", () => {
  it("writes a local reading in British English by default", () => {
    expect(formatLocal("2026-11-24T15:30")).toEqual({
      time: "15:30",
      date: "Tuesday 24 November",
      dateTime: "Tuesday 24 November, 15:30",
      weekday: "Tuesday",
      weekdayShort: "Tue",
      dayMonthShort: "24 Nov",
      monthYear: "November 2026",
    });
    expect(formatLocal("2026-11-24T00:05").time).toBe("00:05");
    expect(formatLocal("2026-11-24T09:00").time).toBe("09:00");
  });

  it("follows the reader's language", () => {
    expect(formatLocal("2026-11-24T15:30", "de-DE").date).toBe("Dienstag, 24. November");
    expect(formatLocal("2026-11-24T15:30", "en-US").time).toMatch(/^3:30\sPM$/);
  });

  it("refuses what is no reading", () => {
    expect(() => formatLocal("soon")).toThrow(RangeError);
  });

  it("writes dates, near ones in words", () => {
    expect(formatDate("2026-11-24", undefined, true)).toBe("Tuesday 24 November 2026");
    expect(dayInWords("2026-11-24", "2026-11-24")).toBe("today");
    expect(dayInWords("2026-11-25", "2026-11-24")).toBe("tomorrow");
    expect(dayInWords("2026-11-26", "2026-11-24")).toBe("Thursday 26 November");
  });

  it("parts the day at noon and five", () => {
    expect(["11:59", "12:00", "16:59", "17:00"].map((time) => partOfDay(`2026-11-24T${time}`))).toEqual([
      "morning",
      "afternoon",
      "afternoon",
      "evening",
    ]);
  });

  it("names zones in words", () => {
    const zones = ["Europe/London", "America/New_York", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "UTC", "Etc/UTC"];
    expect(zones.map(zoneInWords)).toEqual(["London time", "New York time", "Kathmandu time", "Buenos Aires time", "UTC", "UTC"]);
  });

  it("says how two zones stand to each other", () => {
    expect(offsetDifference("Europe/Berlin", 60, 0)).toBe("Berlin is 1 hour ahead");
    expect(offsetDifference("America/New_York", -300, 0)).toBe("New York is 5 hours behind");
    expect(offsetDifference("Asia/Kathmandu", 345, 0)).toBe("Kathmandu is 5 hours 45 minutes ahead");
    expect(offsetDifference("Europe/Lisbon", 0, 0)).toBe("Lisbon has the same time");
    expect(minutesApart("2026-11-25T00:15", "2026-11-24T18:30")).toBe(345);
  });

  it("writes instants by our zone rules, not Intl's", () => {
    const at = Date.parse("2026-12-15T20:00:00Z");
    expect(formatInstant(at, "America/Vancouver")).toMatchObject({
      time: "13:00",
      date: "Tuesday 15 December",
      zone: "Vancouver time",
      local: "2026-12-15T13:00",
    });
    expect(zoneDifference(at, "America/Vancouver", "Europe/London")).toBe("Vancouver is 7 hours behind");
  });

  it("turns instants into readings and back", () => {
    const at = Date.parse("2026-11-24T18:15:00Z");
    expect(toLocal(at, "Asia/Kathmandu")).toBe("2026-11-25T00:00");
    expect(fromLocal("2026-11-25T00:00", "Asia/Kathmandu")).toBe(at);
    expect(() => fromLocal("2026-11-25T24:00", "Asia/Kathmandu")).toThrow(RangeError);
    expect(() => fromLocal("2026-11-25 10:00", "Asia/Kathmandu")).toThrow(RangeError);
  });
});
