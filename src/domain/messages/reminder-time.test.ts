import { expect, test } from "vitest";
import { reminderByDay } from "./reminder-time";

const visit = { startsAt: Date.parse("2030-01-08T10:00:00Z"), timeZone: "UTC" };

test.each([
  ["by day it goes at once", 1440, "2030-01-07T10:00:00Z", "2030-01-07T10:00:00Z"],
  ["held until the evening it waits for the morning", 2880, "2030-01-06T22:00:00Z", "2030-01-07T08:00:00Z"],
  ["a day ahead is of use until seven: at night it goes rather than never", 1440, "2030-01-08T02:00:00Z", "2030-01-08T02:00:00Z"],
  ["two days ahead it waits for the morning", 2880, "2030-01-07T02:00:00Z", "2030-01-07T08:00:00Z"],
  ["the last minute of the night waits too", 2880, "2030-01-07T07:59:00Z", "2030-01-07T08:00:00Z"],
])("%s", (_, minutesBefore, now, goes) => expect(new Date(reminderByDay(visit, minutesBefore, Date.parse(now))).toISOString()).toBe(new Date(goes).toISOString()));
