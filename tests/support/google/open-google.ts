import { afterAll } from "vitest";
import { createTestDatabase } from "@tests/support/database/create-test-database";
import { startGoogle } from "./google-sandbox";

/** A database and a stand-in Google of this test file's own, closed after its tests. */
export async function openGoogle(...options: Parameters<typeof startGoogle>) {
  const [database, google] = await Promise.all([createTestDatabase(), startGoogle(...options)]);
  afterAll(async () => {
    await google.close();
    await database.destroy();
  });
  return { database, google };
}
