import { localSecrets } from "./local-secrets";
import { startLocalPostgres } from "./local-postgres";

/**
 * Without `DATABASE_URL` this is a local installation: fills `process.env` with the embedded PostgreSQL in `.data/`
 * (started and left running), secrets made at the first start and the local address. With it, nothing is assumed.
 */
export async function assumeLocalEnv(): Promise<void> {
  if (process.env.DATABASE_URL) return;
  const postgres = await startLocalPostgres(".data/postgres");
  const assumed = { ...localSecrets(".data/secrets.json"), DATABASE_URL: postgres.databaseUrl("medbookings"), PUBLIC_ORIGIN: `http://localhost:${process.env.PORT ?? "3000"}` };
  for (const [name, value] of Object.entries(assumed)) process.env[name] ??= value;
}
