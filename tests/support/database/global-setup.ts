import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../../prisma/apply-migrations";
import { startLocalPostgres } from "../../../scripts/local-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** A server's maintenance database; `createTestDatabase` makes one database per test file from the template. */
    postgresUrl: string;
  }
}

export const TEMPLATE_DATABASE = "medbookings_template";

/** Starts one throw-away PostgreSQL and migrates a template database, from which each test file gets its own copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  const postgres = await startLocalPostgres(".data/test-postgres", { durable: false });
  const admin = new Client({ connectionString: postgres.databaseUrl("postgres") });
  await admin.connect();
  // Two test projects may start at once; the template is built by one of them at a time.
  await admin.query("SELECT pg_advisory_lock(4711)");
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE_DATABASE} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await applyMigrations(postgres.databaseUrl(TEMPLATE_DATABASE));
  await admin.end();
  project.provide("postgresUrl", postgres.databaseUrl("postgres"));
  return () => postgres.stop();
}
