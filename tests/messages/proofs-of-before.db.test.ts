import { readFile } from "node:fs/promises";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BookingStatus, MessageState } from "@/generated/prisma/enums";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";

const MIGRATION = new URL("../../prisma/migrations/20261122023000_phone_proof/migration.sql", import.meta.url);
const PHONE = "+491515600001";

let database: TestDatabase;
let built: BuiltProvider;
beforeAll(async () => {
  database = await createTestDatabase();
  built = await buildProvider(database.db);
});
afterAll(() => database.destroy());

let hours = 0;

/** A visit of before proofs were kept, and a text about it. */
async function texted(status: BookingStatus, state: MessageState, address = PHONE) {
  const startsAt = new Date(Date.UTC(2026, 10, 26) + (hours += 1) * 3_600_000).toISOString();
  const { id, seriesId, patientId } = await buildBooking(database.db, built, { startsAt, patient: { phone: PHONE }, booking: { status } });
  await database.db.message.create({ data: { id: uuidv7(), bookingId: id, providerId: built.providerId, recipient: "PATIENT", channel: "SMS", address, template: "booking-confirmed", dedupeKey: uuidv7(), state, createdAt: new Date() } });
  return { seriesId, patientId };
}

test("whoever was texted before, or was about to be, goes on being texted, whatever has become of the visit", async () => {
  const sent = [await texted("CONFIRMED", "SENT"), await texted("PENDING", "QUEUED"), await texted("CANCELLED", "DELIVERED"), await texted("COMPLETED", "READ"), await texted("RESCHEDULED", "SENDING")];
  const never = [await texted("CONFIRMED", "FAILED"), await texted("CONFIRMED", "SENT", "+491515600002")];
  // Moved shortly before, and no text about the new time yet: the series is one.
  const { patientId, seriesId } = await texted("RESCHEDULED", "SENT");
  await database.db.phoneProof.deleteMany();
  await buildBooking(database.db, built, { startsAt: "2026-12-20T09:00:00Z", booking: { seriesId, patientId } });
  await database.db.phoneProof.deleteMany();
  const sql = await readFile(MIGRATION, "utf8");
  await database.db.$executeRawUnsafe(sql.slice(sql.indexOf('INSERT INTO "phone_proof"')));
  const proven = await database.db.phoneProof.findMany({ where: { phone: PHONE, source: "earlier" } });
  expect(proven.map((proof) => proof.seriesId).sort()).toEqual([...sent.map((visit) => visit.seriesId), seriesId].sort());
  expect(never.filter((visit) => proven.some((proof) => proof.seriesId === visit.seriesId))).toEqual([]);
});
