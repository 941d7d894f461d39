import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations, migrationsFingerprint } from "../../../prisma/apply-migrations";
import { startLocalPostgres } from "../../../scripts/lib/local-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** A server's maintenance database. */
    postgresUrl: string;
    /** The migrated, empty database that each test file copies. */
    templateDatabase: string;
  }
}

/** Starts (or finds) one throw-away PostgreSQL and sees to a migrated template database, made once per set of migrations. */
export default async function setup(project: TestProject): Promise<() => void> {
  const postgres = await startLocalPostgres(".data/test-postgres", { durable: false });
  const template = `template_${migrationsFingerprint().slice(0, 16)}`;
  const admin = new Client({ connectionString: postgres.databaseUrl("postgres") });
  await admin.connect();
  // Two test projects may start at once; one of them builds the template.
  await admin.query("SELECT pg_advisory_lock(4711)");
  const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
  if (rowCount === 0) {
    const building = `${template}_building`;
    await admin.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${building}`);
    await applyMigrations(postgres.databaseUrl(building));
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
  }
  await admin.end();
  project.provide("postgresUrl", postgres.databaseUrl("postgres"));
  project.provide("templateDatabase", template);
  return () => {
    if (postgres.startedHere) postgres.stop();
  };
}
