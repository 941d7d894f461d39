import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amara, daniel, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";

const refusal = (status: number, reason: string) => ({ response: { status, data: { error: { errors: [{ reason }] } } } });
const calendarId = "primary";
const at = (hour: number) => ({
  start: { dateTime: new Date(Date.UTC(2026, 11, 1, hour)).toISOString() }, end: { dateTime: new Date(Date.UTC(2026, 11, 1, hour, 30)).toISOString() },
});

describe("listing and sync tokens", () => {
  let sandbox: TestSandbox;
  let api: Awaited<ReturnType<TestSandbox["calendarFor"]>>;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    api = await sandbox.calendarFor(amara);
    for (let hour = 0; hour < 7; hour += 1) await api.events.insert({ calendarId, requestBody: { id: `listed0000${hour}`, summary: `No ${hour}`, ...at(hour), extendedProperties: { private: { n: String(hour % 2) } } } });
  });
  afterAll(() => sandbox.close());

  it("pages through, with the sync token on the last page only, and loses nothing to a delete in between", async () => {
    const first = (await api.events.list({ calendarId, maxResults: 3 })).data;
    expect(first.items?.map((event) => event.id)).toEqual(["listed00000", "listed00001", "listed00002"]);
    expect(first.nextSyncToken).toBeUndefined();
    await api.events.delete({ calendarId, eventId: "listed00001" });
    const pageToken = first.nextPageToken ?? "";
    const second = (await api.events.list({ calendarId, maxResults: 3, pageToken })).data;
    expect(second.items?.map((event) => event.id)).toEqual(["listed00003", "listed00004", "listed00005"]);
    const third = (await api.events.list({ calendarId, maxResults: 3, pageToken: second.nextPageToken ?? "" })).data;
    expect(third.items?.map((event) => event.id)).toEqual(["listed00006"]);
    expect(third.nextPageToken).toBeUndefined();
    const delta = (await api.events.list({ calendarId, syncToken: third.nextSyncToken ?? "" })).data;
    expect(delta.items).toEqual([expect.objectContaining({ id: "listed00001", status: "cancelled" })]);
    expect(delta.items?.[0]?.summary).toBeUndefined();
    await expect(api.events.list({ calendarId, maxResults: 3, pageToken, q: "other" })).rejects.toMatchObject(refusal(400, "invalid"));
  });

  it("tells changes and deletions since the token, and nothing when nothing changed", async () => {
    const { nextSyncToken } = (await api.events.list({ calendarId })).data;
    await api.events.patch({ calendarId, eventId: "listed00002", requestBody: { summary: "renamed" } });
    await api.events.delete({ calendarId, eventId: "listed00003" });
    const delta = (await api.events.list({ calendarId, syncToken: nextSyncToken ?? "" })).data;
    expect(delta.items).toMatchObject([{ id: "listed00002", summary: "renamed" }, { id: "listed00003", status: "cancelled" }]);
    const next = (await api.events.list({ calendarId, syncToken: delta.nextSyncToken ?? "" })).data;
    expect(next.items).toEqual([]);
  });

  it("filters by private property, words, window and type; order by start needs single events", async () => {
    const ids = async (more: object) => (await api.events.list({ calendarId, ...more })).data.items?.map((event) => event.id);
    expect(await ids({ privateExtendedProperty: ["n=1"] })).toEqual(["listed00005"]);
    expect(await ids({ q: "no 4" })).toEqual(["listed00004"]);
    expect(await ids({ timeMin: "2026-12-01T04:30:00Z", timeMax: "2026-12-01T06:00:00Z" })).toEqual(["listed00005"]);
    expect(await ids({ eventTypes: ["focusTime"] })).toEqual([]);
    await expect(api.events.list({ calendarId, orderBy: "startTime" })).rejects.toMatchObject(refusal(400, "badRequest"));
    await expect(api.events.list({ calendarId, timeMin: "2026-12-01T04:30:00" })).rejects.toMatchObject(refusal(400, "badRequest"));
    expect((await api.events.list({ calendarId, orderBy: "startTime", singleEvents: true })).data.nextSyncToken).toBeUndefined();
  });

  it.each(["timeMin", "timeMax", "updatedMin"])("refuses a sync token beside %s", async (name) => {
    const { nextSyncToken } = (await api.events.list({ calendarId })).data;
    await expect(api.events.list({ calendarId, syncToken: nextSyncToken ?? "", [name]: "2026-12-01T00:00:00Z" })).rejects.toMatchObject(refusal(400, "badRequest"));
  });

  it.each([["orderBy", "updated"], ["q", "x"], ["iCalUID", "x"], ["privateExtendedProperty", ["a=b"]], ["showDeleted", false]])("refuses a sync token beside %s", async (name, value) => {
    const { nextSyncToken } = (await api.events.list({ calendarId })).data;
    await expect(api.events.list({ calendarId, syncToken: nextSyncToken ?? "", [String(name)]: value })).rejects.toMatchObject(refusal(400, "badRequest"));
  });

  it("answers 410 for a made-up, a foreign or an invalidated sync token, also between two pages of a delta", async () => {
    const { nextSyncToken } = (await api.events.list({ calendarId })).data;
    const syncToken = nextSyncToken ?? "";
    await expect(api.events.list({ calendarId, syncToken: "CPDAlvWDx70CEPDA" })).rejects.toMatchObject(refusal(410, "fullSyncRequired"));
    const other = await sandbox.calendarFor(daniel);
    await expect(other.events.list({ calendarId, syncToken })).rejects.toMatchObject(refusal(410, "fullSyncRequired"));
    await api.events.patch({ calendarId, eventId: "listed00004", requestBody: { summary: "a" } });
    await api.events.patch({ calendarId, eventId: "listed00005", requestBody: { summary: "b" } });
    const page = (await api.events.list({ calendarId, syncToken, maxResults: 1 })).data;
    await sandbox.call("POST", "/_sandbox/google/invalidate-sync-tokens", { account: amara });
    await expect(api.events.list({ calendarId, syncToken, maxResults: 1, pageToken: page.nextPageToken ?? "" })).rejects.toMatchObject(refusal(410, "fullSyncRequired"));
    await expect(api.events.list({ calendarId, syncToken })).rejects.toMatchObject(refusal(410, "fullSyncRequired"));
  });

  it("answers only the fields asked for", async () => {
    const { data } = await api.events.list({ calendarId, maxResults: 1, fields: "items(id,start/dateTime),nextPageToken" });
    expect(Object.keys(data).sort()).toEqual(["items", "nextPageToken"]);
    expect(data.items?.[0]).toEqual({ id: "listed00000", start: { dateTime: "2026-12-01T01:00:00+01:00" } });
  });
});
