import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { uuidv7 } from "uuidv7";
import type { SandboxOptions } from "@sandbox/sandbox-options";
import { startSandbox, type RunningSandbox } from "@sandbox/start-sandbox";
import { createContainer, type Container } from "@/server/container";
import { enqueue } from "@/application/shared/enqueue";
import { createTestDatabase, type TestDatabase } from "./database/create-test-database";
import { TEST_ENCRYPTION_KEYS } from "./test-context";

const SCOPES = ["openid", "userinfo.email", "calendar.events", "calendar.calendarlist.readonly", "meetings.space.created"].map((scope) => (scope === "openid" ? scope : `https://www.googleapis.com/auth/${scope}`));

export interface TestStack {
  readonly database: TestDatabase;
  readonly sandbox: RunningSandbox;
  readonly container: Container;
  /** A JSON call to the sandbox's inspector. */
  inspect<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Starts a worker program of its own; `changes` to its environment. */
  startWorker(changes?: Readonly<Record<string, string>>): ChildProcess;
  /** The same, loaded: it begins to work when its input ends. */
  standByWorker(changes?: Readonly<Record<string, string>>): ChildProcessByStdio<Writable, null, null>;
  /** Links a provider with a sandbox account, as the consent would. */
  connectCalendar(providerId: string, account: string): Promise<string>;
  destroy(): Promise<void>;
}

/** A database, a sandbox and real worker processes over them: what faults are tried on. */
export async function startTestStack(options: Partial<SandboxOptions> & Pick<SandboxOptions, "accounts">): Promise<TestStack> {
  const database = await createTestDatabase();
  const twilioAccountSid = `AC${"1".repeat(32)}`;
  const sandbox = await startSandbox({
    googleClientId: "test-client", googleClientSecret: "test-secret", twilioAccountSid, twilioAuthToken: "test-token", twilioNumbers: ["+15005550006"],
    sendgridApiKey: "SG.test", conferenceDelayMs: 60, messageDelayMs: 20, webhookRetryMs: 20, ...options,
  });
  const env: Record<string, string> = {
    DATABASE_URL: database.url, PUBLIC_ORIGIN: "http://localhost:3999", AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS, LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
    GOOGLE_CLIENT_ID: "test-client", GOOGLE_CLIENT_SECRET: "test-secret", GOOGLE_OAUTH_ISSUER: sandbox.origin, GOOGLE_OAUTH_AUTH_URL: `${sandbox.origin}/o/oauth2/v2/auth`,
    GOOGLE_OAUTH_TOKEN_URL: `${sandbox.origin}/token`, GOOGLE_OAUTH_REVOKE_URL: `${sandbox.origin}/revoke`, GOOGLE_API_ROOT_URL: sandbox.origin,
    TWILIO_ACCOUNT_SID: twilioAccountSid, TWILIO_AUTH_TOKEN: "test-token", TWILIO_PHONE_NUMBER: "+15005550006", TWILIO_WHATSAPP_NUMBER: "+15005550006", TWILIO_API_BASE_URL: `${sandbox.origin}/twilio`,
    SENDGRID_API_KEY: "SG.test", SENDGRID_BASE_URL: `${sandbox.origin}/sendgrid`, SENDGRID_FROM_EMAIL: "appointments@medbookings.example",
  };
  const container = createContainer("test", env);
  const workers: ChildProcess[] = [];

  async function inspect<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${sandbox.origin}${path}`, { method, ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  const workerEnv: NodeJS.ProcessEnv = { ...process.env, ...env, NODE_ENV: "test" };
  function kept<T extends ChildProcess>(worker: T): T {
    workers.push(worker);
    return worker;
  }

  return {
    database,
    sandbox,
    container,
    inspect,
    startWorker: (changes = {}) => kept(spawn(process.execPath, ["--import", "tsx", "src/server/worker/main.ts"], { env: { ...workerEnv, ...changes }, stdio: ["ignore", "inherit", "inherit"] })),
    standByWorker: (changes = {}) => kept(spawn(process.execPath, ["--import", "tsx", "tests/support/standby-worker.ts"], { env: { ...workerEnv, ...changes }, stdio: ["pipe", "inherit", "inherit"] })),
    async connectCalendar(providerId, account) {
      const grant = await inspect<{ accessToken: string; refreshToken: string; expiresIn: number }>("POST", "/_sandbox/google/grants", { account, scopes: SCOPES });
      const id = uuidv7();
      const accessTokenCiphertext = await container.cipher.encrypt(grant.accessToken, `connection:${id}:access`);
      const refreshTokenCiphertext = await container.cipher.encrypt(grant.refreshToken, `connection:${id}:refresh`);
      await container.db.$transaction(async (tx) => {
        await tx.calendarConnection.create({
          data: {
            id, providerId, status: "ACTIVE", accountEmail: account, accountSubject: account, scopes: SCOPES, accessTokenCiphertext, refreshTokenCiphertext,
            accessTokenExpiresAt: new Date(Date.now() + grant.expiresIn * 1000), connectedAt: new Date(),
          },
        });
        await enqueue(tx, "calendar.start-connection", { connectionId: id });
      });
      return id;
    },
    async destroy() {
      for (const worker of workers) {
        if (worker.exitCode !== null || worker.signalCode !== null) continue;
        worker.kill("SIGKILL");
        await once(worker, "exit");
      }
      await container.close();
      await sandbox.close();
      await database.destroy();
    },
  };
}
