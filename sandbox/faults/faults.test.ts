import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { amara, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";

const calendarId = "primary";
const day = (id: string) => ({ id, start: { date: "2026-12-01" }, end: { date: "2026-12-02" } });

describe("faults", () => {
  let sandbox: TestSandbox;
  let api: Awaited<ReturnType<TestSandbox["calendarFor"]>>;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    api = await sandbox.calendarFor(amara);
  });
  afterEach(() => sandbox.call("DELETE", "/_sandbox/faults"));
  afterAll(() => sandbox.close());

  const fault = (input: object) => sandbox.call("POST", "/_sandbox/faults", { vendor: "google", match: "/events", ...input });
  const stored = async (id: string) => {
    const { body } = await sandbox.call("GET", `/_sandbox/calendar/events?account=${amara}`);
    return body.events.some((event: { id: string }) => event.id === id);
  };

  it("answers with a status before acting, as often as told", async () => {
    await fault({ method: "POST", status: 403, reason: "rateLimitExceeded", retryAfter: 2, times: 1 });
    await expect(api.events.insert({ calendarId, requestBody: day("before00001") })).rejects.toMatchObject({
      response: { status: 403, data: { error: { errors: [{ reason: "rateLimitExceeded", domain: "usageLimits" }] } } },
    });
    expect(await stored("before00001")).toBe(false);
    await api.events.insert({ calendarId, requestBody: day("before00001") });
    expect(await stored("before00001")).toBe(true);
  });

  it("loses the reply after acting, by a closed socket or half a body", async () => {
    await fault({ method: "POST", drop: true, after: true, times: 1 });
    await expect(api.events.insert({ calendarId, requestBody: day("after000001") })).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) });
    expect(await stored("after000001")).toBe(true);
    await fault({ method: "POST", status: 500, after: true, times: 1 });
    await expect(api.events.insert({ calendarId, requestBody: day("after000003") })).rejects.toMatchObject({ response: { status: 500 } });
    expect(await stored("after000003")).toBe(true);
    await fault({ method: "POST", truncate: true, times: 1 });
    await expect(api.events.insert({ calendarId, requestBody: day("after000002") })).rejects.toThrow();
    expect(await stored("after000002")).toBe(true);
  });

  it("delays, and answers HTML where JSON is expected", async () => {
    await fault({ method: "GET", delayMs: 120, times: 1 });
    const started = performance.now();
    await api.events.list({ calendarId });
    expect(performance.now() - started).toBeGreaterThan(110);
    await fault({ status: 502, body: "<html>Bad gateway</html>", times: 1 });
    await expect(api.events.list({ calendarId })).rejects.toMatchObject({ response: { status: 502 } });
  });

  it("keeps a ledger of what the vendor was asked", async () => {
    await sandbox.call("DELETE", "/_sandbox/requests");
    await api.events.list({ calendarId, maxResults: 5 });
    await fault({ match: "/events/x+", drop: true });
    await expect(api.events.get({ calendarId, eventId: "xxxxx" })).rejects.toThrow();
    const { body } = await sandbox.call("GET", "/_sandbox/requests?vendor=google");
    expect(body.requests).toMatchObject([
      { vendor: "google", method: "GET", status: 200, account: amara, path: "/calendar/v3/calendars/primary/events?maxResults=5" },
      { status: 0, fault: true },
    ]);
  });

  it("names the field of a bad fault", async () => {
    const { status, body } = await fault({ vendor: "fax", status: 9 });
    expect(status).toBe(400);
    expect(Object.keys(body.fields).sort()).toEqual(["status", "vendor"]);
  });
});
