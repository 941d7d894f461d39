import { applyMigrations } from "../prisma/apply-migrations";
import { ensureDatabase } from "./lib/ensure-database";
import { assumeLocalEnv } from "./lib/local-env";

await assumeLocalEnv();
const databaseUrl = process.env.DATABASE_URL ?? "";
await ensureDatabase(databaseUrl);
const fresh = await applyMigrations(databaseUrl);
console.log(fresh.length === 0 ? "The database is up to date." : `Applied: ${fresh.join(", ")}`);
