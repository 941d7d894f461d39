import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../../prisma/apply-migrations";
import { claimServer } from "./claim-server";
import { ensureDatabase } from "./ensure-database";
import { freePort } from "./free-port";
import { localSecrets } from "./local-secrets";
import { startLocalPostgres, type LocalPostgres } from "./local-postgres";
import { startProcess, waitUntilHealthy, type ManagedProcess } from "./processes";
import { localServiceAccount } from "./local-service-account";
import { integrationsEnv, SANDBOX_ACCOUNTS, sandboxEnv } from "./sandbox-env";

export interface LocalStack {
  readonly postgres: Pick<LocalPostgres, "databaseUrl">;
  readonly databaseUrl: string;
  readonly origin: string;
  readonly port: number;
  readonly sandboxOrigin: string;
  readonly sandbox: ManagedProcess;
  /** Everything web and worker need. */
  readonly env: Record<string, string>;
  /** Stops the server, if it was started for this stack. */
  close(): Promise<void>;
}

/** Deletes the stack's data. Its servers must be stopped. */
export function resetData(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

/** Starts what the product stands on: PostgreSQL with a migrated database, and the sandbox. Data lives in `directory`. */
export async function startStack(options: { directory: string; database: string; preferredPort: number; say(line: string): void }): Promise<LocalStack> {
  const { directory, say } = options;
  mkdirSync(directory, { recursive: true });
  say("Starting PostgreSQL");
  const postgres = await startLocalPostgres(join(directory, "postgres"), { outlivesUs: false });
  const release = await claimServer(postgres.databaseUrl("postgres"));
  const databaseUrl = postgres.databaseUrl(options.database);
  await ensureDatabase(databaseUrl);
  const fresh = await applyMigrations(databaseUrl);
  if (fresh.length > 0) say(`Applied ${fresh.length} migration${fresh.length === 1 ? "" : "s"}`);

  const port = await freePort(options.preferredPort);
  if (port !== options.preferredPort) say(`Port ${options.preferredPort} is taken; using ${port}`);
  const origin = `http://localhost:${port}`;
  const sandboxPort = await freePort(port + 1000);
  const sandboxOrigin = `http://localhost:${sandboxPort}`;
  say("Starting the sandbox (Google, Twilio and SendGrid stand-ins)");
  const accounts = join(directory, "sandbox-accounts.json");
  writeFileSync(accounts, JSON.stringify(SANDBOX_ACCOUNTS, null, 2));
  const serviceAccount = localServiceAccount(directory);
  const sandbox = startProcess("sandbox", ["--import", "tsx", "sandbox/main.ts"], sandboxEnv(sandboxPort, origin, { state: join(directory, "sandbox-state.json"), accounts, serviceAccounts: serviceAccount.sandboxFile }));
  await waitUntilHealthy(`${sandboxOrigin}/_sandbox/health`, [sandbox], 30);
  const { sendgrid } = (await (await fetch(`${sandboxOrigin}/_sandbox/config`)).json()) as { sendgrid: { publicKey: string } };

  return {
    postgres,
    databaseUrl,
    origin,
    port,
    sandboxOrigin,
    sandbox,
    async close() {
      await release();
      if (postgres.startedHere) postgres.stop();
    },
    env: {
      ...localSecrets(join(directory, "secrets.json")),
      DATABASE_URL: databaseUrl,
      PUBLIC_ORIGIN: origin,
      NEXTAUTH_URL: origin,
      // A demonstration is driven by one machine: the public limit would stop load tests and impatient fingers.
      RATE_LIMIT_PER_HOUR: process.env.RATE_LIMIT_PER_HOUR ?? "1000000",
      HOLDS_PER_GUEST: process.env.HOLDS_PER_GUEST ?? "1000",
      BOOKINGS_PER_CONTACT: process.env.BOOKINGS_PER_CONTACT ?? "1000",
      PHONE_CODES_PER_GUEST: process.env.PHONE_CODES_PER_GUEST ?? "1000",
      // Somebody who tries it out looks for the message at once.
      // Somebody who tries it out waits for the change, but wants time to take it back.
      CALENDAR_UNDO_SECONDS: process.env.CALENDAR_UNDO_SECONDS ?? "30",
      MESSAGE_GRACE_SECONDS: process.env.MESSAGE_GRACE_SECONDS ?? "3",
      ...integrationsEnv(sandboxOrigin, sendgrid.publicKey),
      GOOGLE_SERVICE_ACCOUNT_FILE: serviceAccount.keyFile,
    },
  };
}
