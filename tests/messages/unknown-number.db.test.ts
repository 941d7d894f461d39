import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTexter } from "@/application/messages/load-texter";
import { inTransaction } from "@/application/shared/transaction";
import { buildProvider } from "@tests/support/builders/build-provider";
import { SYSTEM } from "@tests/support/booking-requests";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.parse("2030-01-04T09:00:00Z");
const STRANGER = { channel: "SMS", ourNumber: "+15005550006", address: "+4917612345678" } as const;
/** Whose front desk reads a text from a number that nobody knows. */
const reader = () => inTransaction(testContext(database, { actor: SYSTEM, now: NOW }), async (tx) => (await loadTexter(tx, STRANGER, NOW)).providerId);

test("a number that nobody knows goes to the only clinic or the only provider, and to nobody where there is another tenant", async () => {
  const { db } = database;
  expect(await reader()).toBeNull();
  const first = await buildProvider(db);
  expect(await reader()).toBe(first.providerId);
  const colleague = await buildProvider(db, { provider: { organizationId: first.organizationId } });
  // There is another clinic, though nobody works there yet.
  expect(await reader()).toBeNull();
  await db.organization.deleteMany({ where: { id: { not: first.organizationId } } });
  expect([first.providerId, colleague.providerId]).toContain(await reader());

  // A provider without a clinic beside it is a stranger to its patients.
  await db.provider.update({ where: { id: colleague.providerId }, data: { organizationId: null } });
  expect(await reader()).toBeNull();
  await db.provider.update({ where: { id: colleague.providerId }, data: { status: "DRAFT" } });
  expect(await reader()).toBe(first.providerId);

  await db.provider.update({ where: { id: first.providerId }, data: { organizationId: null, locationId: null } });
  expect(await reader()).toBe(first.providerId);
  await db.provider.update({ where: { id: colleague.providerId }, data: { status: "ACTIVE" } });
  expect(await reader()).toBeNull();
});
