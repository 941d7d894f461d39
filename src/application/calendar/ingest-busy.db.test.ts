import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { ingestBusy, type BusyRow } from "./ingest-busy";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());
const HOUR_MS = 3_600_000;
const FIRST = Date.UTC(2026, 10, 24);
const rows = (count: number): BusyRow[] => Array.from({ length: count }, (_, index) => ({ externalEventId: `event${index}`, startsAt: FIRST + index * HOUR_MS, endsAt: FIRST + (index + 1) * HOUR_MS, kind: "default" }));

test("a page of many events is planned for what it holds, however often single ones came before", async () => {
  const { providerId } = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, providerId);
  const calendar = { id: calendarId, providerId, organizationId: null };
  await database.db.$transaction(async (tx) => {
    const plans = async () => {
      const [of] = await tx.$queryRaw<{ reused: number; made: number }[]>`SELECT sum(generic_plans)::int AS reused, sum(custom_plans)::int AS made FROM pg_prepared_statements WHERE statement LIKE '%MERGE INTO busy_interval%' AND statement NOT LIKE '%pg_prepared_statements%'`;
      return of ?? { reused: 0, made: 0 };
    };
    // What many single ones lead to, sooner or later.
    await tx.$executeRaw`SET LOCAL plan_cache_mode = force_generic_plan`;
    await ingestBusy(tx, calendar, { upserts: rows(1), removals: [], retiredSeries: [] });
    const before = await plans();
    expect(before.reused).toBe(1);
    await ingestBusy(tx, calendar, { upserts: rows(50), removals: [], retiredSeries: [] });
    expect(await plans()).toEqual({ reused: before.reused, made: before.made + 1 });
  });
  expect(await database.db.busyInterval.count({ where: { calendarId } })).toBe(50);
});

test("what stands under a retired series goes, but not a series split from it, a namesake or what the page shows", async () => {
  const { providerId } = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, providerId);
  const calendar = { id: calendarId, providerId, organizationId: null };
  const named = (ids: readonly string[]) => ids.map((externalEventId, index) => ({ startsAt: FIRST + index * HOUR_MS, endsAt: FIRST + (index + 1) * HOUR_MS, kind: "default", externalEventId }));
  const standing = ["gone", "gone_20261124T090000Z", "gone_20261125", "gone_20261126T090000Z", "gone_R20261127T090000", "gone_R20261127T090000_20261128T090000Z", "gonex_20261124T090000Z"];
  await database.db.$transaction((tx) => ingestBusy(tx, calendar, { upserts: named(standing), removals: [], retiredSeries: [] }));
  await database.db.$transaction((tx) => ingestBusy(tx, calendar, { upserts: named(["gone_20261126T090000Z"]), removals: ["gone"], retiredSeries: ["gone"] }));
  const left = await database.db.busyInterval.findMany({ where: { calendarId }, select: { externalEventId: true }, orderBy: { externalEventId: "asc" } });
  expect(left.map(({ externalEventId }) => externalEventId)).toEqual(["gone_20261126T090000Z", "gone_R20261127T090000", "gone_R20261127T090000_20261128T090000Z", "gonex_20261124T090000Z"]);
});
