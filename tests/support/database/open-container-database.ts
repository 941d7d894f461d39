import { getContainer } from "@/server/container";
import { TEST_ENCRYPTION_KEYS } from "@tests/support/test-context";
import { createTestDatabase, type TestDatabase } from "./create-test-database";

/** A database of its own behind the process's container, which reads the environment at first use. */
export async function openContainerDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.url, PUBLIC_ORIGIN: "http://localhost:3000", AUTH_SECRET: "a secret for tests only, long enough", ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS,
    LOG_LEVEL: "silent", RATE_LIMIT_PER_HOUR: "100000", HOLDS_PER_GUEST: "1000", BOOKINGS_PER_CONTACT: "1000", MESSAGE_GRACE_SECONDS: "0",
  });
  return {
    ...database,
    async destroy() {
      await getContainer().close();
      await database.destroy();
    },
  };
}
