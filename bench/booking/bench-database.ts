import { Client } from "pg";
import { applyMigrations } from "../../prisma/apply-migrations";
import { startLocalPostgres } from "../../scripts/lib/local-postgres";
import { openDatabase, type Database } from "@/platform/db";

/** A migrated, empty database on a throw-away PostgreSQL; dropped at the end. `poolSize` connections are open before anything is timed. */
export async function benchDatabase(poolSize: number): Promise<Database & { url: string; destroy(): Promise<void> }> {
  const postgres = await startLocalPostgres(".data/bench-postgres", { durable: false });
  const name = `bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const onServer = async (sql: string) => {
    const admin = new Client({ connectionString: postgres.databaseUrl("postgres") });
    await admin.connect();
    await admin.query(sql);
    await admin.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  await applyMigrations(postgres.databaseUrl(name));
  const database = openDatabase(postgres.databaseUrl(name), poolSize);
  await Promise.all(Array.from({ length: poolSize }, () => database.pool.query("SELECT pg_sleep(0.05)")));
  return {
    ...database,
    url: postgres.databaseUrl(name),
    async destroy() {
      await database.close();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      if (postgres.startedHere) postgres.stop();
    },
  };
}
