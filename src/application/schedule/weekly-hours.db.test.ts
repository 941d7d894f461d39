import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { DEFAULT_WEEKLY_HOURS } from "@/domain/schedule/weekly-hours";
import { deskActor, GUEST, providerActor } from "@tests/support/booking-requests";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { getSchedule } from "./get-schedule";
import { listSchedules } from "./list-schedules";
import { previewSchedule } from "./preview-schedule";
import { saveWeeklyHours } from "./save-weekly-hours";

// Saturday 21 November 2026, 11:00 in Berlin.
const NOW = Date.UTC(2026, 10, 21, 10);
const hours = { open: [...DEFAULT_WEEKLY_HOURS.open], breaks: [...DEFAULT_WEEKLY_HOURS.breaks] };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor) => testContext(database, { actor, now: NOW });
const audited = (subjectId: string, action: string) => database.db.auditEntry.count({ where: { subjectId, action } });

test("the provider replaces the weekly hours at once, and the change is audited", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  const before = await getSchedule(app, {});
  expect(before).toMatchObject({ providerId: built.providerId, timeZone: "Europe/Berlin", today: "2026-11-21", canEdit: true });
  expect(before.open).toHaveLength(7);
  const { version } = await saveWeeklyHours(app, { version: before.version, ...hours });
  const after = await getSchedule(app, {});
  expect(after).toMatchObject({ version, ...hours });
  expect(await audited(built.providerId, "schedule.save-hours")).toBe(1);
});

test("whoever starts from an older version is told, and nothing is overwritten", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  const { version } = await getSchedule(app, {});
  await saveWeeklyHours(app, { version, ...hours });
  await expect(saveWeeklyHours(app, { version, open: [], breaks: [] })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  expect((await getSchedule(app, {})).open).toEqual(hours.open);
});

test("hours that cannot stand are refused by their place in the list", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  const { version } = await getSchedule(app, {});
  const twice = [{ weekday: 1, startMinute: 540, endMinute: 720 }, { weekday: 1, startMinute: 600, endMinute: 780 }];
  await expect(saveWeeklyHours(app, { version, open: twice, breaks: [] })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "open.1" }] } });
});

test("the front desk reads the hours and may not change them; strangers may neither", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  const desk = as(deskActor(built, other.userId));
  const { version, canEdit } = await getSchedule(desk, {});
  expect(canEdit).toBe(false);
  await expect(saveWeeklyHours(desk, { providerId: built.providerId, version, ...hours })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const stranger = as(providerActor(other));
  await expect(getSchedule(stranger, { providerId: built.providerId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(saveWeeklyHours(stranger, { providerId: built.providerId, version, ...hours })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(saveWeeklyHours(as(GUEST), { providerId: built.providerId, version, ...hours })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  expect(await audited(built.providerId, "schedule.save-hours")).toBe(0);
});

test("the viewer's own schedule comes first, others of the organization follow, nobody else's", async () => {
  const built = await buildProvider(database.db);
  await buildProvider(database.db);
  const owners = await listSchedules(as(deskActor(built, built.userId)));
  expect(owners).toMatchObject([{ id: built.providerId, canEdit: false, isOwn: false, isDraft: false, today: "2026-11-21" }]);
  await expect(listSchedules(as(GUEST))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("the preview offers what unsaved hours would, and saves nothing", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  const monday = [{ weekday: 1, startMinute: 540, endMinute: 660 }];
  const preview = await previewSchedule(app, { service: built.serviceSlug, open: monday, breaks: [] });
  expect(preview.days).toHaveLength(7);
  expect(preview.days[0]).toEqual({ onDate: "2026-11-23", times: ["09:00", "09:30", "10:00", "10:30"], closedBecause: null });
  expect(preview.days[1]).toEqual({ onDate: "2026-11-24", times: [], closedBecause: "No hours" });
  expect((await getSchedule(app, {})).open).toHaveLength(7);
  const stranger = as(providerActor(await buildProvider(database.db)));
  await expect(previewSchedule(stranger, { providerId: built.providerId, service: built.serviceSlug, open: monday, breaks: [] })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});
