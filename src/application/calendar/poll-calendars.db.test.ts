import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { offlineGoogle } from "@tests/support/google/offline-google";
import { comparedLately } from "@tests/support/google/compared-lately";
import { testContext } from "@tests/support/test-context";
import { pollCalendars } from "./poll-calendars";

const CALENDARS = 200;
const STEP_SECONDS = 5;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

test("calendars that were all read at the same moment are read again spread over the time, none later than five minutes", async () => {
  const { providerId } = await buildProvider(database.db);
  const { connectionId, calendarId } = await buildCalendarConnection(database.db, providerId);
  const read = Date.now();
  const { id: _id, externalId: _externalId, ...calendar } = await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(read), receivesBookings: false, channelExpiresAt: new Date(read + 3 * 86_400_000) } });
  await database.db.calendar.createMany({ data: Array.from({ length: CALENDARS - 1 }, (_, i) => ({ ...calendar, id: crypto.randomUUID(), connectionId, externalId: `calendar-${i}` })) });
  await comparedLately(database, read);
  let now = read;
  const app = testContext(database, { actor: SYSTEM, now: () => now, ports: { calendar: offlineGoogle().calendar } });
  const dueAfter: number[] = [];
  for (; now < read + 225_000; now += STEP_SECONDS * 1_000) dueAfter.push(await pollCalendars(app));
  dueAfter.push(await pollCalendars(app));
  expect(dueAfter.reduce((sum, due) => sum + due, 0)).toBe(CALENDARS);
  expect(dueAfter.slice(0, 180 / STEP_SECONDS).every((due) => due === 0)).toBe(true);
  // Nine steps share them: a fair share is 22.
  expect(Math.max(...dueAfter)).toBeLessThan(CALENDARS / 4);
});
