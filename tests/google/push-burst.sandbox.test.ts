import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { eventually } from "@tests/support/eventually";
import { openGoogle } from "@tests/support/google/open-google";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { renewChannel } from "@/application/calendar/renew-channel";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { handleGoogleWebhook } from "@/server/webhooks/google-webhook";

const ACCOUNT = "amara.okafor@example.com";
const { database, google } = await openGoogle();

test("a hundred changes in a burst, pushed over HTTP, cost two lists and all show", async () => {
  // Time stands still unless the test moves it, so that a slow machine counts no other burst than this one.
  let now = Date.now();
  let pushes = 0;
  const server = createServer((incoming, outgoing) => {
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    void handleGoogleWebhook(app, new Request("http://localhost/api/webhooks/google", { method: "POST", headers })).then((response) => {
      if (headers["x-goog-resource-state"] === "exists") pushes += 1;
      outgoing.writeHead(response.status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => now, ports: google.ports, publicOrigin: `http://localhost:${(server.address() as AddressInfo).port}` });
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  await renewChannel(app, calendarId);
  await syncCalendar(app, calendarId);
  await google.clearRequests();

  const lists = async () => (await google.requests()).filter((request) => request.method === "GET" && request.path.includes("/events?")).length;
  const day = now + 86_400_000;
  const change = (i: number) => google.addEvent(ACCOUNT, { start: { dateTime: new Date(day + i * 3_600_000).toISOString() }, end: { dateTime: new Date(day + i * 3_600_000 + 1_800_000).toISOString() } }, externalId);
  for (const half of [0, 1]) {
    await Promise.all(Array.from({ length: 50 }, (_, i) => change(half * 50 + i)));
    await eventually("the pushes of this half", () => pushes === (half + 1) * 50, 30);
    // While the burst goes on nothing is read; a moment later all of it is, at once.
    await runJobs(app);
    expect(await lists()).toBe(half);
    now += 1_500;
    await runJobs(app);
    expect(await lists()).toBe(half + 1);
  }
  expect(await database.db.busyInterval.count({ where: { calendarId } })).toBe(100);
  now += 60_000;
  await runJobs(app);
  expect(await lists()).toBe(2);
  await new Promise((closed) => server.close(closed));
});
