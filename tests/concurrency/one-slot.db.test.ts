import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { holdSlot } from "@/application/booking/hold-slot";
import { insertBooking, newSeries } from "@/application/booking/insert-booking";
import { Changes } from "@/application/shared/changes";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { confirmRequest, GUEST, holdRequest } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { countOverlaps } from "./count-overlaps";
import { outcomesOf, times } from "./outcomes";

const NOW = Date.UTC(2026, 10, 23, 8);
const START = Date.UTC(2026, 10, 24, 9);
const iso = (at: number) => new Date(at).toISOString();
const MINUTE = 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const app = () => testContext(database, { actor: GUEST, now: NOW });

test("200 people want one time: one gets it, 199 hear so at once, with alternatives", async () => {
  const built = await buildProvider(database.db);
  const waits: number[] = [];
  const { won, lost, errors } = await outcomesOf(
    times(200, () => async () => {
      const began = performance.now();
      try {
        return await holdSlot(app(), holdRequest(built, iso(START)));
      } finally {
        waits.push(performance.now() - began);
      }
    }),
  );
  expect(won).toHaveLength(1);
  expect(lost).toEqual({ SLOT_TAKEN: 199 });
  for (const error of errors) expect(error.details.alternatives).toHaveLength(3);
  expect(await countOverlaps(database.pool)).toBe(0);
  expect(Math.max(...waits)).toBeLessThan(5_000);
});

test("visits of different lengths with buffers never overlap, however they arrive", async () => {
  const built = await buildProvider(database.db, { service: { durationMinutes: 45, bufferBeforeMinutes: 10, bufferAfterMinutes: 15, slotStepMinutes: 5 } });
  const short = await database.db.service.create({
    data: { id: crypto.randomUUID(), providerId: built.providerId, slug: "short", name: "Short", durationMinutes: 20, bufferBeforeMinutes: 0, bufferAfterMinutes: 5, slotStepMinutes: 5, minimumNoticeMinutes: 0, priceAmount: 0, currency: "EUR", modes: ["ONLINE"] },
  });
  const { won, lost } = await outcomesOf(
    times(160, (index) => () => holdSlot(app(), { ...holdRequest(built, iso(START + (index % 40) * 5 * MINUTE)), service: index % 2 === 0 ? built.serviceSlug : short.slug })),
  );
  expect(won.length).toBeGreaterThan(2);
  expect(Object.keys(lost)).toEqual(["SLOT_TAKEN"]);
  expect(await countOverlaps(database.pool)).toBe(0);
});

test("a daily cap holds under a burst on different times", async () => {
  const built = await buildProvider(database.db, { service: { dailyCap: 3 } });
  const { won, lost } = await outcomesOf(times(60, (index) => () => holdSlot(app(), holdRequest(built, iso(START + (index % 12) * 30 * MINUTE)))));
  expect(won).toHaveLength(3);
  expect(lost).toEqual({ SLOT_TAKEN: 57 });
});

test("one hold is confirmed once, however often it is sent, and everyone hears of the one booking", async () => {
  const built = await buildProvider(database.db);
  const hold = await holdSlot(app(), holdRequest(built, iso(START)));
  const { won, lost } = await outcomesOf(times(20, () => () => confirmBooking(app(), confirmRequest(hold))));
  expect(lost).toEqual({});
  expect(new Set(won.map(({ reference, manageToken }) => `${reference} ${manageToken}`)).size).toBe(1);
  expect(await database.db.bookingLink.count({ where: { seriesId: hold.holdId } })).toBe(1);
  expect(await database.db.auditEntry.count({ where: { subjectId: hold.holdId } })).toBe(1);
});

/** Writes as a hold does at the very end, with neither the look beforehand nor the lock. */
async function insertUnchecked(on: TestDatabase, built: BuiltProvider): Promise<boolean> {
  const service = { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const changes = new Changes();
  insertBooking(
    changes,
    {
      ...newSeries(), ...blockedSpan(START, service), providerId: built.providerId, serviceId: built.serviceId, locationId: null, status: "HELD", source: "WEB", mode: "ONLINE", timeZone: "UTC", patientTimeZone: "UTC",
      serviceName: "Consultation", priceAmount: 0, currency: "EUR", cancellationWindowMinutes: 0, rescheduleWindowMinutes: 0, reminderMinutes: [], holdTokenHash: "hash", holdExpiresAt: NOW + 10 * MINUTE,
    },
    NOW,
    () => new AppError("SLOT_TAKEN"),
  );
  return changes.flush(readSql(testContext(on, { actor: GUEST, now: NOW }))).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError) return false;
      throw error;
    },
  );
}

test("the constraint alone keeps the figure at 0, and without it the same burst double-books", async () => {
  const guarded = await buildProvider(database.db);
  const kept = await Promise.all(times(200, () => insertUnchecked(database, guarded)));
  expect(kept.filter(Boolean)).toHaveLength(1);
  expect(await countOverlaps(database.pool)).toBe(0);

  const unguarded = await createTestDatabase();
  try {
    await unguarded.pool.query("ALTER TABLE booking DROP CONSTRAINT booking_no_overlap");
    const built = await buildProvider(unguarded.db);
    await Promise.all(times(200, () => insertUnchecked(unguarded, built)));
    expect(await countOverlaps(unguarded.pool)).toBeGreaterThan(0);
  } finally {
    await unguarded.destroy();
  }
});
