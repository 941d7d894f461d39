import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { describeError } from "@/server/describe-error";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "./create-test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

async function hold(built: Awaited<ReturnType<typeof buildProvider>>, startsAt: string, endsAt: string) {
  const id = uuidv7();
  await database.pool.query(
    `INSERT INTO booking (id, series_id, reference, provider_id, service_id, status, source, mode, starts_at, ends_at, blocked_from, blocked_to,
       time_zone, patient_time_zone, service_name, price_amount, currency, cancellation_window_minutes, reschedule_window_minutes, reminder_minutes, hold_token_hash, hold_expires_at)
     VALUES ($1, $1, $2, $3, $4, 'HELD', 'WEB', 'ONLINE', $5, $6, $5, $6, 'UTC', 'UTC', 'x', 0, 'EUR', 0, 0, '{}', 'hash', now())`,
    [id, id.slice(-8), built.providerId, built.serviceId, startsAt, endsAt],
  );
}

test("overlapping bookings of one provider are refused by the database, touching ones are not", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  await hold(built, "2030-01-01T10:00Z", "2030-01-01T10:30Z");
  await expect(hold(built, "2030-01-01T10:29Z", "2030-01-01T11:00Z")).rejects.toMatchObject({ code: "23P01" });
  await hold(built, "2030-01-01T10:30Z", "2030-01-01T11:00Z");
  await hold(other, "2030-01-01T10:00Z", "2030-01-01T10:30Z");
});

test("an overlap that a path did not expect still leaves the house as SLOT_TAKEN, through either driver", async () => {
  const built = await buildProvider(database.db);
  await hold(built, "2030-02-01T10:00Z", "2030-02-01T10:30Z");
  await hold(built, "2030-02-01T11:00Z", "2030-02-01T11:30Z");
  const move = `UPDATE booking SET blocked_to = '2030-02-01T11:10Z' WHERE starts_at = '2030-02-01T10:00Z'`;
  for (const attempt of [() => database.pool.query(move), () => database.db.$transaction((tx) => tx.$executeRawUnsafe(move))]) {
    const failure: unknown = await attempt().catch((error: unknown) => error);
    expect(describeError(failure, "r").code).toBe("SLOT_TAKEN");
  }
});

test("audit entries can neither be changed nor deleted", async () => {
  await database.db.auditEntry.create({ data: { id: uuidv7(), actorKind: "system", actorId: "test", action: "test.run", subjectKind: "test", subjectId: "1" } });
  await expect(database.pool.query("UPDATE audit_entry SET action = 'x'")).rejects.toMatchObject({ code: "42501" });
  await expect(database.pool.query("DELETE FROM audit_entry")).rejects.toMatchObject({ code: "42501" });
  await expect(database.pool.query("TRUNCATE audit_entry")).rejects.toMatchObject({ code: "42501" });
});
