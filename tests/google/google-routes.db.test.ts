import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { TEST_ENCRYPTION_KEYS } from "@tests/support/test-context";
import { GET as callback } from "@/app/api/google-calendar/callback/route";
import { GET as connect } from "@/app/api/google-calendar/connect/route";
import { POST as push } from "@/app/api/webhooks/google/route";
import { getContainer } from "@/server/container";
import { hashToken } from "@/platform/crypto";

const ORIGIN = "https://clinic.example";
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, PUBLIC_ORIGIN: ORIGIN, AUTH_SECRET: "s".repeat(32), ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS, GOOGLE_CLIENT_ID: "client", GOOGLE_CLIENT_SECRET: "secret", LOG_LEVEL: "silent" };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  await getContainer().close();
  await database.destroy();
  vi.unstubAllEnvs();
});

async function signedIn() {
  const built = await buildProvider(database.db);
  const sessionToken = `session-${built.userId}`;
  await database.db.session.create({ data: { id: uuidv7(), sessionToken, userId: built.userId, expires: new Date(Date.now() + 3_600_000) } });
  return { built, cookie: `__Secure-next-auth.session-token=${sessionToken}` };
}

const get = (path: string, cookie = "") => new Request(`${ORIGIN}${path}`, { headers: { cookie } });
const notify = (headers: Record<string, string>, body = "") => push(new Request(`${ORIGIN}/api/webhooks/google`, { method: "POST", headers, body }));

test("a signed-in provider is sent to Google, anyone else back with a reason", async () => {
  const { cookie, built } = await signedIn();
  const response = await connect(get("/api/google-calendar/connect", cookie));
  expect(response.status).toBe(302);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const target = new URL(response.headers.get("location") ?? "");
  expect(target.origin).toBe("https://accounts.google.com");
  expect(target.searchParams.get("redirect_uri")).toBe(`${ORIGIN}/api/google-calendar/callback`);
  expect(await database.db.oAuthState.count({ where: { userId: built.userId } })).toBe(1);

  const refused = await connect(get("/api/google-calendar/connect"));
  expect(refused.headers.get("location")).toBe(`${ORIGIN}/provider/integrations?problem=signed-out`);
});

test("a refusal on Google's page and a forged state come back with their reasons", async () => {
  const { cookie } = await signedIn();
  const target = new URL((await connect(get("/api/google-calendar/connect?returnTo=/provider/setup", cookie))).headers.get("location") ?? "");
  const state = target.searchParams.get("state") ?? "";
  const locationOf = async (query: string, as = cookie) => (await callback(get(`/api/google-calendar/callback?${query}`, as))).headers.get("location");
  expect(await locationOf("state=forged&code=x")).toBe(`${ORIGIN}/provider/integrations?problem=state-unknown`);
  expect(await locationOf(`state=${state}&code=x`, (await signedIn()).cookie)).toBe(`${ORIGIN}/provider/integrations?problem=state-unknown`);
  expect(await locationOf(`state=${state}&error=access_denied`)).toBe(`${ORIGIN}/provider/setup?problem=denied`);
  expect(await locationOf(`state=${state}&error=access_denied`)).toBe(`${ORIGIN}/provider/setup?problem=state-used`);
});

test("a push needs its channel's own token; its body means nothing", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { calendar: { channelId: "channel-1", channelTokenHash: hashToken("right") } });
  const headers = { "x-goog-channel-id": "channel-1", "x-goog-resource-state": "exists" };
  const jobs = async () => (await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`sync:${calendarId}`])).rowCount;
  expect((await notify({})).status).toBe(200);
  expect((await notify({ ...headers, "x-goog-channel-id": "unknown", "x-goog-channel-token": "right" })).status).toBe(200);
  expect((await notify(headers)).status).toBe(401);
  expect((await notify({ ...headers, "x-goog-channel-token": "wrong" })).status).toBe(401);
  expect(await jobs()).toBe(0);
  expect((await notify({ ...headers, "x-goog-channel-token": "right" }, '{"anything":true}')).status).toBe(200);
  expect(await jobs()).toBe(1);
});
