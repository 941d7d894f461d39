import { Client } from "pg";
import { inject } from "vitest";
import { openDatabase, type Database } from "@/platform/db";

export interface TestDatabase extends Database {
  readonly url: string;
  /** Closes the connections and drops the database. */
  destroy(): Promise<void>;
}

/** A migrated, empty database of its own for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const serverUrl = inject("postgresUrl");
  const onServer = async (sql: string) => {
    const admin = new Client({ connectionString: serverUrl });
    await admin.connect();
    await admin.query(sql);
    await admin.end();
  };
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);
  const url = serverUrl.replace(/\/postgres$/, `/${name}`);
  const database = openDatabase(url, 20);
  return {
    ...database,
    url,
    async destroy() {
      await database.close();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
