import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findSlots } from "@/application/availability/find-slots";
import { scheduleRange } from "@/application/schedule/schedule-range";
import { GUEST, providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

// Monday 23 November 2026, 09:00 in Berlin.
const NOW = Date.UTC(2026, 10, 23, 8);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const startsOf = async (built: BuiltProvider) => {
  const found = await findSlots(testContext(database, { actor: GUEST, now: NOW }), { provider: built.providerSlug, service: built.serviceSlug, from: "2026-11-24", to: "2026-11-24", timeZone: "Europe/Berlin" });
  return found.slots.map((slot) => slot.providerLocalStart.slice(11));
};
const hourly = { service: { slotStepMinutes: 60 } };

async function addClinicEvent(organizationId: string, locationId: string | null, hour: number, readsBusy = true) {
  const { calendarId } = await buildCalendarConnection(database.db, { organizationId }, { calendar: { locationId, readsBusy } });
  const startsAt = new Date(Date.UTC(2026, 10, 24, hour - 1));
  await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, organizationId, externalEventId: "e", startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), kind: "default" } });
}

test("a clinic's calendar blocks all its providers, a location's those at the location, and nobody elsewhere", async () => {
  const here = await buildProvider(database.db, hourly);
  const { organizationId, locationId } = here;
  const elsewhere = await database.db.location.create({ data: { id: uuidv7(), organizationId, slug: "second", name: "Second site", addressLine: "Nebenstraße 2", city: "Berlin", postalCode: "10115", country: "DE", timeZone: "Europe/Berlin", phone: "+493012345679" } });
  const colleague = await buildProvider(database.db, { ...hourly, provider: { organizationId, locationId: elsewhere.id } });
  const withoutPlace = await buildProvider(database.db, { ...hourly, provider: { organizationId, locationId: null } });
  const stranger = await buildProvider(database.db, hourly);
  const whole = ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"];

  await addClinicEvent(organizationId, null, 9);
  await addClinicEvent(organizationId, locationId, 11);
  await addClinicEvent(organizationId, null, 14, false);

  expect(await startsOf(here)).toEqual(whole.filter((start) => start !== "09:00" && start !== "11:00"));
  expect(await startsOf(colleague)).toEqual(whole.filter((start) => start !== "09:00"));
  expect(await startsOf(withoutPlace)).toEqual(whole.filter((start) => start !== "09:00"));
  expect(await startsOf(stranger)).toEqual(whole);

  const shown = await scheduleRange(testContext(database, { actor: providerActor(here), now: NOW }), { from: "2026-11-24", to: "2026-11-25" });
  expect(shown.busy.map(({ start }) => start.slice(11, 16))).toEqual(["09:00", "11:00"]);
});

test("an account has one owner, and bookings go to a provider's calendar only", async () => {
  const { providerId, organizationId, locationId } = await buildProvider(database.db);
  const both = { connection: { organizationId } };
  await expect(buildCalendarConnection(database.db, providerId, both)).rejects.toThrow(/calendar_connection_one_owner/);
  await expect(buildCalendarConnection(database.db, { organizationId }, { calendar: { receivesBookings: true } })).rejects.toThrow(/calendar_organization_only_read/);
  await expect(buildCalendarConnection(database.db, providerId, { calendar: { locationId } })).rejects.toThrow(/calendar_place_of_organization/);
});
