import { beforeEach, expect, test, vi } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { openDatabase } from "@/platform/db";
import type { AppContext } from "@/application/shared/context";
import { checkHealth } from "@/application/health/check-health";
import { syncCalendar } from "./sync-calendar";
import { withAccessToken } from "./with-access-token";

const ACCOUNT = "amara.okafor@example.com";
const { database, google } = await openGoogle();
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });

beforeEach(() => google.clearFaults());

async function connection(leftMs: number) {
  const built = await buildProvider(database.db);
  const tokens = await google.grant(ACCOUNT);
  const { connectionId } = await buildCalendarConnection(database.db, built.providerId, { ...tokens, expiresAt: Date.now() + leftMs, calendar: { externalId: ACCOUNT } });
  return { connectionId, ...tokens };
}

const row = (id: string) => database.db.calendarConnection.findUniqueOrThrow({ where: { id } });
const listCalendars = (accessToken: string) => google.ports.calendar.listCalendars(accessToken);

test("a token with time left is used as it is", async () => {
  const { connectionId, accessToken } = await connection(121_000);
  const before = await google.refreshes(ACCOUNT);
  expect(await withAccessToken(app, connectionId, (token) => Promise.resolve(token))).toBe(accessToken);
  expect(await google.refreshes(ACCOUNT)).toBe(before);
});

test("100 callers at once, in two processes, refresh once", async () => {
  const { connectionId, accessToken } = await connection(60_000);
  const before = await google.refreshes(ACCOUNT);
  const elsewhere = openDatabase(database.url, 5);
  vi.resetModules();
  const { refreshAccessToken } = await import("./refresh-access-token");
  const here = Array.from({ length: 50 }, () => withAccessToken(app, connectionId, (token) => Promise.resolve(token)));
  const there = Array.from({ length: 50 }, () => refreshAccessToken({ ...app, ...elsewhere }, connectionId, accessToken));
  const tokens = new Set(await Promise.all([...here, ...there]));
  await elsewhere.close();
  expect(tokens.size).toBe(1);
  expect(tokens.has(accessToken)).toBe(false);
  expect((await google.refreshes(ACCOUNT)) - before).toBe(1);
  expect(await app.cipher.decrypt((await row(connectionId)).accessTokenCiphertext ?? "", `connection:${connectionId}:access`)).toBe([...tokens][0]);
});

test("a token that Google refuses early is refreshed once and the call runs again", async () => {
  const { connectionId } = await connection(3_600_000);
  await google.expireTokens(ACCOUNT);
  const before = await google.refreshes(ACCOUNT);
  const answers = await Promise.all(Array.from({ length: 20 }, () => withAccessToken(app, connectionId, listCalendars)));
  expect(answers.every((calendars) => calendars.some((calendar) => calendar.isPrimary))).toBe(true);
  expect((await google.refreshes(ACCOUNT)) - before).toBe(1);
});

test("a dead grant asks for a new connection and stays an auth failure", async () => {
  const { connectionId } = await connection(60_000);
  await google.revokeAccess(ACCOUNT);
  await expect(withAccessToken(app, connectionId, listCalendars)).rejects.toMatchObject({ failure: { kind: "auth" } });
  expect(await row(connectionId)).toMatchObject({ status: "RECONNECT_NEEDED" });
  // Paused: Google is not asked again.
  await google.clearRequests();
  await expect(withAccessToken(app, connectionId, listCalendars)).rejects.toMatchObject({ failure: { kind: "auth", code: "not-connected" } });
  expect(await google.requests()).toEqual([]);
});

test("a client secret that Google refuses puts no account out of work: health says so, and with the right one it goes on", async () => {
  const { connectionId } = await connection(60_000);
  const { id: calendarId } = await database.db.calendar.findFirstOrThrow({ where: { connectionId }, select: { id: true } });
  const [wrong, right] = [{ clientSecret: "rotated" }, {}].map((config) => testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.portsWith({ ...config, timeoutMs: 20_000 }) })) as [AppContext, AppContext];
  await expect(syncCalendar(wrong, calendarId)).rejects.toMatchObject({ failure: { kind: "transient", code: "client-refused" } });
  expect(await row(connectionId)).toMatchObject({ status: "ACTIVE" });
  expect((await checkHealth(wrong)).checks.googleCalendar).toMatchObject({ status: "degraded", sentence: expect.stringContaining("GOOGLE_CLIENT_SECRET") });
  await syncCalendar(right, calendarId);
  expect((await checkHealth(right)).checks.googleCalendar).toMatchObject({ status: "ok" });
});

test("a token endpoint in trouble says nothing about the grant", async () => {
  const { connectionId, accessToken } = await connection(60_000);
  await google.fault({ match: "/token", times: 1, status: 503 });
  await expect(withAccessToken(app, connectionId, listCalendars)).rejects.toMatchObject({ failure: { kind: "transient" } });
  expect(await row(connectionId)).toMatchObject({ status: "ACTIVE" });
  expect(await withAccessToken(app, connectionId, (token) => Promise.resolve(token))).not.toBe(accessToken);
});

test("access that lacks a scope asks for a new connection", async () => {
  const { connectionId } = await connection(3_600_000);
  await google.fault({ match: "/calendarList", status: 403, reason: "insufficientPermissions" });
  await expect(withAccessToken(app, connectionId, listCalendars)).rejects.toMatchObject({ failure: { kind: "auth" } });
  expect(await row(connectionId)).toMatchObject({ status: "RECONNECT_NEEDED" });
});

test("ciphertext moved to another row does not decrypt", async () => {
  const [first, second] = [await connection(3_600_000), await connection(3_600_000)];
  await database.db.calendarConnection.update({ where: { id: second.connectionId }, data: { accessTokenCiphertext: (await row(first.connectionId)).accessTokenCiphertext } });
  await expect(withAccessToken(app, second.connectionId, listCalendars)).rejects.toThrow("another place");
});
