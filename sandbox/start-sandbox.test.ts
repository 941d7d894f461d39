import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { amara, startTestSandbox } from "@sandbox/testing/sandbox-clients";
import { apiScope } from "./google/oauth/scopes";
import { readOptions } from "./read-options";
import { startSandbox } from "./start-sandbox";

describe("the sandbox as a program", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it("keeps tokens, events, sync tokens and channels over a restart", async () => {
    const stateFile = join(folder, "deep", "state.json");
    const first = await startTestSandbox({ stateFile });
    const api = await first.calendarFor(amara);
    await api.events.insert({ calendarId: "primary", requestBody: { id: "kept0000001", start: { date: "2026-12-01" }, end: { date: "2026-12-02" } } });
    const { nextSyncToken } = (await api.events.list({ calendarId: "primary" })).data;
    await api.events.watch({ calendarId: "primary", requestBody: { id: "c1", type: "web_hook", address: "http://localhost:9/none" } });
    const { body: grant } = await first.call("POST", "/_sandbox/google/grants", { account: amara, scopes: [apiScope("calendar.readonly")] });
    await first.close();
    expect(JSON.parse(await readFile(stateFile, "utf8"))).toMatchObject({ version: 1 });

    const second = await startTestSandbox({ stateFile });
    const answer = await fetch(`${second.origin}/calendar/v3/calendars/primary/events?syncToken=${nextSyncToken}`, { headers: { authorization: `Bearer ${grant.accessToken}` } });
    expect([answer.status, await answer.json()]).toMatchObject([200, { items: [] }]);
    expect((await second.call("GET", "/_sandbox/google/channels")).body.channels).toMatchObject([{ id: "c1" }]);
    await second.close();
  });

  it("refuses to run in production unless allowed", async () => {
    vi.stubEnv("NODE_ENV", "production");
    await expect(startSandbox()).rejects.toThrow("SANDBOX_ALLOW_IN_PRODUCTION");
    await (await startSandbox({ allowInProduction: true })).close();
  });

  it("reads its environment and names what is wrong", () => {
    expect(readOptions({ NODE_ENV: "test", SANDBOX_PORT: "24000", SANDBOX_TWILIO_NUMBERS: "+15005550006, +15005550007", SANDBOX_STATE_FILE: "" }))
      .toMatchObject({ port: 24000, twilioNumbers: ["+15005550006", "+15005550007"] });
    expect(() => readOptions({ NODE_ENV: "test", SANDBOX_PORT: "many" })).toThrow("SANDBOX_PORT");
  });
});
