import { describe, expect, it } from "vitest";
import { clockText, durationText, fieldText, readClock } from "./minutes-text";

describe("minutes as text", () => {
  it.each([
    ["9", 540], ["930", 570], ["09:30", 570], ["17.30", 1050], ["5pm", 1020], ["12am", 0], ["12pm", 720], ["24:00", 0], ["0:05", 5],
  ])("reads %s", (text, minute) => expect(readClock(text)).toBe(minute));

  it.each(["", "25", "24:01", "9:60", "13pm", "0am", "nine", "1:2:3"])("refuses %s", (text) => expect(readClock(text)).toBeNull());

  it("writes minutes back", () => {
    expect([clockText(545), clockText(1440), fieldText(1440)]).toEqual(["09:05", "24:00", "00:00"]);
    expect([durationText(480), durationText(450), durationText(0)]).toEqual(["8 h", "7 h 30 min", "0 min"]);
  });
});
