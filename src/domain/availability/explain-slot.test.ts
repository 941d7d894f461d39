import { describe, expect, it } from "vitest";
import type { AvailabilityException } from "./availability-facts";
import { explainSlot, type ExplainSlotInput, type SlotVerdict } from "./explain-slot";

const utc = (iso: string) => Date.parse(iso);
const lunch = { weekday: 2 as const, startMinute: 720, endMinute: 780 };

// Tuesday 24 November 2026 in London, which runs at UTC; 09:00–17:00 with lunch at 12:00.
const base: Omit<ExplainSlotInput, "startsAt"> = {
  schedule: {
    timeZone: "Europe/London",
    weekly: [{ weekday: 2, startMinute: 540, endMinute: 1020 }],
    breaks: [lunch],
    exceptions: [],
    holidays: [],
  },
  service: {
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 15,
    slotStepMinutes: 15,
    minimumNoticeMinutes: 120,
    horizonDays: 30,
    dailyCap: 5,
  },
  busy: [[utc("2026-11-24T15:00:00Z"), utc("2026-11-24T15:30:00Z")]],
  now: utc("2026-11-24T08:00:00Z"),
};

const ask = (at: string, changes: Partial<ExplainSlotInput> = {}): SlotVerdict => explainSlot({ ...base, ...changes, startsAt: utc(at) });
const reason = (verdict: SlotVerdict) => (verdict.ok ? "OK" : verdict.reason);
const closing = (exception: Omit<AvailabilityException, "onDate">) => ({
  schedule: { ...base.schedule, exceptions: [{ onDate: "2026-11-24", ...exception }] },
});

describe("explainSlot names the rule that refuses", () => {
  it.each([
    ["2026-11-24T14:15:00Z", "OK"],
    ["2026-11-24T07:45:00Z", "IN_THE_PAST"],
    ["2026-11-24T09:45:00Z", "NOTICE_TOO_SHORT"],
    ["2027-01-05T10:00:00Z", "BEYOND_HORIZON"],
    ["2026-11-25T10:00:00Z", "OUTSIDE_HOURS"], // Wednesday
    ["2026-11-24T16:45:00Z", "OUTSIDE_HOURS"], // would end at 17:15
    ["2026-11-24T11:45:00Z", "ON_BREAK"], // would run into lunch
    ["2026-11-24T14:30:00Z", "BUSY"], // its buffer after would
    ["2026-11-24T15:30:00Z", "OK"],
    ["2026-11-24T14:07:00Z", "OFF_GRID"],
  ])("%s: %s", (at, expected) => {
    expect(reason(ask(at))).toBe(expected);
  });

  it("tells closures from hours", () => {
    const holiday = { schedule: { ...base.schedule, holidays: ["2026-11-24"] } };
    expect(reason(ask("2026-11-24T14:00:00Z", holiday))).toBe("CLOSED");
    expect(reason(ask("2026-11-24T12:00:00Z", holiday))).toBe("CLOSED"); // even at lunch
    expect(reason(ask("2026-11-24T18:00:00Z", holiday))).toBe("OUTSIDE_HOURS");
    expect(reason(ask("2026-11-24T14:00:00Z", closing({ kind: "closed" })))).toBe("CLOSED");
    expect(reason(ask("2026-11-24T13:45:00Z", closing({ kind: "closed", startMinute: 840, endMinute: 900 })))).toBe("CLOSED");
    expect(reason(ask("2026-11-24T14:00:00Z", closing({ kind: "hours", startMinute: 600, endMinute: 720 })))).toBe("OUTSIDE_HOURS");
  });

  it("counts the day's bookings", () => {
    expect(reason(ask("2026-11-24T14:00:00Z", { dailyCounts: new Map([["2026-11-24", 5]]) }))).toBe("DAILY_CAP");
    expect(reason(ask("2026-11-24T14:00:00Z", { dailyCounts: new Map([["2026-11-24", 4]]) }))).toBe("OK");
  });

  it("points at what is in the way", () => {
    expect(ask("2026-11-24T14:30:00Z")).toEqual({ ok: false, reason: "BUSY", detail: { interval: base.busy[0] } });
    expect(ask("2026-11-24T09:45:00Z")).toEqual({
      ok: false,
      reason: "NOTICE_TOO_SHORT",
      detail: { interval: [base.now, utc("2026-11-24T10:00:00Z")] },
    });
  });
});
