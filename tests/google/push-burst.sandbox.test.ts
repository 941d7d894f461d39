import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { renewChannel } from "@/application/calendar/renew-channel";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { handleGoogleWebhook } from "@/server/webhooks/google-webhook";

const ACCOUNT = "amara.okafor@example.com";
let database: TestDatabase;
let google: GoogleSandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  google = await startGoogle();
});
afterAll(async () => {
  await google.close();
  await database.destroy();
});

test("a hundred changes in a burst, pushed over HTTP, cost two lists and all show", async () => {
  const server = createServer((incoming, outgoing) => {
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    void handleGoogleWebhook(app, new Request("http://localhost/api/webhooks/google", { method: "POST", headers })).then((response) => outgoing.writeHead(response.status).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports, publicOrigin: `http://localhost:${(server.address() as AddressInfo).port}` });
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  await renewChannel(app, calendarId);
  await syncCalendar(app, calendarId);
  await google.clearRequests();

  const day = Date.now() + 86_400_000;
  await Promise.all(Array.from({ length: 100 }, (_, i) => google.addEvent(ACCOUNT, { start: { dateTime: new Date(day + i * 3_600_000).toISOString() }, end: { dateTime: new Date(day + i * 3_600_000 + 1_800_000).toISOString() } }, externalId)));
  await expect
    .poll(async () => {
      await runJobs(app);
      return database.db.busyInterval.count({ where: { calendarId } });
    }, { timeout: 10_000, interval: 20 })
    .toBe(100);
  const lists = (await google.requests()).filter((request) => request.method === "GET" && request.path.includes("/events?"));
  expect(lists.length).toBeLessThanOrEqual(2);
  await new Promise((closed) => server.close(closed));
});
