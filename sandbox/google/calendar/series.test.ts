import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amara, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { occurrences } from "./recurrence";

const calendarId = "primary";
const berlin = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });
const starts = (rule: string[], dateTime: string, timeZone: string, until = "2030-01-01") =>
  occurrences(rule, { dateTime, timeZone }, Date.parse(until)).map((time) => time.dateTime);

describe("recurrence", () => {
  it("keeps the wall clock over the end and the start of daylight saving", () => {
    // 09:00 in Berlin, clocks go back on 25 October 2026 and forward on 28 March 2027.
    expect(starts(["RRULE:FREQ=WEEKLY;COUNT=2"], "2026-10-19T07:00:00.000Z", "Europe/Berlin")).toEqual(["2026-10-19T07:00:00.000Z", "2026-10-26T08:00:00.000Z"]);
    expect(starts(["RRULE:FREQ=WEEKLY;COUNT=2"], "2027-03-22T08:00:00.000Z", "Europe/Berlin")).toEqual(["2027-03-22T08:00:00.000Z", "2027-03-29T07:00:00.000Z"]);
  });

  it.each([
    [["RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261205T090000Z"], ["01", "03", "05"]],
    [["RRULE:FREQ=DAILY;UNTIL=20261203"], ["01", "02", "03"]],
    [["RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"], ["01", "03", "08", "10"]],
    [["RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20261202T090000Z", "EXDATE;TZID=Europe/Berlin:20261203T100000"], ["01", "04"]],
  ])("expands %j", (rule, days) => {
    expect(starts(rule, "2026-12-01T09:00:00.000Z", "UTC").map((start) => start?.slice(8, 10))).toEqual(days);
  });

  it("expands monthly rules by weekday and all-day series", () => {
    expect(starts(["RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3"], "2026-12-08T09:00:00.000Z", "UTC").map((start) => start?.slice(0, 10))).toEqual(["2026-12-08", "2027-01-12", "2027-02-09"]);
    expect(occurrences(["RRULE:FREQ=YEARLY;COUNT=2"], { date: "2026-12-25" }, Date.parse("2030-01-01"))).toEqual([{ date: "2026-12-25" }, { date: "2027-12-25" }]);
  });
});

describe("series through the API", () => {
  let sandbox: TestSandbox;
  let api: Awaited<ReturnType<TestSandbox["calendarFor"]>>;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    api = await sandbox.calendarFor(amara);
  });
  afterAll(() => sandbox.close());

  const window = { timeMin: "2026-10-01T00:00:00Z", timeMax: "2026-12-01T00:00:00Z" };
  const expanded = async () => (await api.events.list({ calendarId, singleEvents: true, orderBy: "startTime", ...window })).data.items ?? [];

  it("expands instances over DST, moves one and cancels one, and a delta says so", async () => {
    await api.events.insert({ calendarId, requestBody: { id: "series00001", summary: "Ward round", start: berlin("2026-10-12T09:00:00"), end: berlin("2026-10-12T10:00:00"), recurrence: ["RRULE:FREQ=WEEKLY;COUNT=4"] } });
    expect((await expanded()).map((event) => [event.id, event.start?.dateTime])).toEqual([
      ["series00001_20261012T070000Z", "2026-10-12T09:00:00+02:00"],
      ["series00001_20261019T070000Z", "2026-10-19T09:00:00+02:00"],
      ["series00001_20261026T080000Z", "2026-10-26T09:00:00+01:00"],
      ["series00001_20261102T080000Z", "2026-11-02T09:00:00+01:00"],
    ]);
    const sync = async (singleEvents: boolean) => (await api.events.list({ calendarId, singleEvents })).data.nextSyncToken ?? "";
    const [flat, grouped] = [await sync(true), await sync(false)];

    const { data: moved } = await api.events.patch({ calendarId, eventId: "series00001_20261019T070000Z", requestBody: { start: berlin("2026-10-20T15:00:00"), end: berlin("2026-10-20T16:00:00") } });
    expect(moved).toMatchObject({ recurringEventId: "series00001", originalStartTime: { dateTime: "2026-10-19T09:00:00+02:00" } });
    await api.events.delete({ calendarId, eventId: "series00001_20261026T080000Z" });
    expect((await expanded()).map((event) => event.start?.dateTime)).toEqual(["2026-10-12T09:00:00+02:00", "2026-10-20T15:00:00+02:00", "2026-11-02T09:00:00+01:00"]);
    for (const [syncToken, singleEvents] of [[flat, true], [grouped, false]] as const) {
      const { data } = await api.events.list({ calendarId, syncToken, singleEvents });
      expect(data.items).toMatchObject([{ id: "series00001_20261019T070000Z", status: "confirmed" }, { id: "series00001_20261026T080000Z", status: "cancelled", recurringEventId: "series00001" }]);
    }
    const grouping = (await api.events.list({ calendarId })).data.items;
    expect(grouping?.map((event) => [event.id, event.status])).toContainEqual(["series00001_20261026T080000Z", "cancelled"]);
    expect((await api.events.instances({ calendarId, eventId: "series00001" })).data.items).toHaveLength(3);
  });

  it("reports vanished instances when a series is shortened or deleted", async () => {
    await api.events.insert({ calendarId, requestBody: { id: "repeat00001", start: { date: "2026-11-09" }, end: { date: "2026-11-10" }, recurrence: ["RRULE:FREQ=DAILY;COUNT=3"] } });
    const first = (await api.events.list({ calendarId, singleEvents: true, ...window })).data.nextSyncToken ?? "";
    await api.events.patch({ calendarId, eventId: "repeat00001", requestBody: { recurrence: ["RRULE:FREQ=DAILY;COUNT=2"] } });
    const delta = (await api.events.list({ calendarId, singleEvents: true, syncToken: first })).data;
    expect(delta.items?.map((event) => [event.id, event.status]).sort()).toEqual([
      ["repeat00001_20261109", "confirmed"], ["repeat00001_20261110", "confirmed"], ["repeat00001_20261111", "cancelled"],
    ]);
    await api.events.delete({ calendarId, eventId: "repeat00001" });
    const last = (await api.events.list({ calendarId, singleEvents: true, syncToken: delta.nextSyncToken ?? "" })).data;
    expect(last.items?.map((event) => [event.id, event.status]).sort()).toEqual([["repeat00001_20261109", "cancelled"], ["repeat00001_20261110", "cancelled"]]);
  });
});
