import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppContext } from "@/application/shared/context";
import { createContainer, type Container } from "@/server/container";
import { handleGoogleWebhook } from "@/server/webhooks/google-webhook";
import { defaultOptions } from "@sandbox/sandbox-options";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { TEST_ENCRYPTION_KEYS } from "@tests/support/test-context";
import { benchDatabase } from "../booking/bench-database";

const ACCOUNT = "amara.okafor@example.com";

export interface ConnectedCalendar {
  readonly built: BuiltProvider;
  readonly calendarId: string;
  readonly externalId: string;
  add(startsAt: number, minutes?: number): Promise<{ id: string }>;
}

export interface SyncWorld {
  readonly database: Awaited<ReturnType<typeof benchDatabase>>;
  readonly google: GoogleSandbox;
  readonly container: Container;
  /** As jobs get it, with Google's minutes without end. */
  readonly app: AppContext;
  /** Epoch milliseconds that the clock of `app` is stopped at; null while it runs. */
  stoppedAt: number | null;
  /** When each push of a change arrived here, by `performance.now()`. */
  readonly pushesAt: number[];
  /** How many of them were taken in. */
  pushesTaken: number;
  /** A provider with a calendar of their own at Google. */
  connect(): Promise<ConnectedCalendar>;
  close(): Promise<void>;
}

/** A database, the stand-in for Google, and an address at which its pushes arrive: all in this process, the worker too when it is started. */
export async function syncWorld(): Promise<SyncWorld> {
  const database = await benchDatabase(4);
  const google = await startGoogle({}, { timeoutMs: 60_000 });
  const pushesAt: number[] = [];
  const server = createServer((incoming, outgoing) => {
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    if (headers["x-goog-resource-state"] === "exists") pushesAt.push(performance.now());
    void handleGoogleWebhook(world.app, new Request("http://localhost/api/webhooks/google", { method: "POST", headers })).then((response) => {
      if (headers["x-goog-resource-state"] === "exists") world.pushesTaken += 1;
      outgoing.writeHead(response.status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const container = createContainer("bench", {
    DATABASE_URL: database.url, PUBLIC_ORIGIN: `http://localhost:${(server.address() as AddressInfo).port}`, AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS, LOG_LEVEL: "silent",
    GOOGLE_CLIENT_ID: defaultOptions.googleClientId, GOOGLE_CLIENT_SECRET: defaultOptions.googleClientSecret, GOOGLE_OAUTH_ISSUER: google.origin, GOOGLE_OAUTH_AUTH_URL: `${google.origin}/o/oauth2/v2/auth`,
    GOOGLE_OAUTH_TOKEN_URL: `${google.origin}/token`, GOOGLE_OAUTH_REVOKE_URL: `${google.origin}/revoke`, GOOGLE_API_ROOT_URL: google.origin,
  });
  // Days are simulated within a minute: Google's minutes are shared out by the real clock, and not here.
  const { googleQuota: _shared, ...ports } = container.ports;
  const app = { ...container.contextFor({ kind: "system", job: "bench" }, "bench"), ports, clock: { now: () => world.stoppedAt ?? Date.now() } };
  const world: SyncWorld = {
    database, google, container, app, pushesAt, stoppedAt: null, pushesTaken: 0,
    async connect() {
      const built = await buildProvider(database.db, { service: { minimumNoticeMinutes: 0 } });
      const externalId = await google.addCalendar(ACCOUNT, "Practice");
      const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId, timeZone: "UTC" } });
      const add = (startsAt: number, minutes = 30) => google.addEvent(ACCOUNT, { start: { dateTime: new Date(startsAt).toISOString() }, end: { dateTime: new Date(startsAt + minutes * 60_000).toISOString() } }, externalId);
      return { built, calendarId, externalId, add };
    },
    async close() {
      await new Promise((closed) => server.close(closed));
      await google.close();
      await container.close();
      await database.destroy();
    },
  };
  return world;
}
