import { expect, test } from "vitest";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { bookVisit, GUEST, SYSTEM } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { openGoogle } from "@tests/support/google/open-google";
import { runJobs } from "@tests/support/google/run-jobs";
import { startIn } from "@tests/support/start-in";
import { testContext } from "@tests/support/test-context";
import { actingAs } from "@/application/shared/context";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { settleWaits } from "./settle-waits";

const ACCOUNT = "amara.okafor@example.com";
const { database, google } = await openGoogle();

test("a confirmed visit moved while Google is silent is a request, and once Google answers it is confirmed with its one event at the new time", async () => {
  let ahead = 0;
  const system = testContext(database, { actor: SYSTEM, now: () => Date.now() + ahead, ports: google.ports });
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  await syncCalendar(system, calendarId);
  const booked = await bookVisit(actingAs(system, GUEST), built, startIn(10));
  await runJobs(system);
  const current = () => database.db.booking.findFirstOrThrow({ where: { reference: booked.reference, status: { not: "RESCHEDULED" } } });
  const { seriesId } = await current();
  const events = async () => (await google.events(ACCOUNT, externalId)).filter(({ id }) => id === eventIdOf(seriesId));
  expect(await events()).toMatchObject([{ status: "confirmed" }]);

  await google.fault({ match: "/calendar/v3/", status: 503 });
  ahead = 40 * 60_000;
  const moved = await rescheduleBooking(actingAs(system, { kind: "link", linkId: crypto.randomUUID(), seriesId }), { reference: booked.reference, startsAt: startIn(11) });
  expect(moved).toMatchObject({ status: "PENDING", calendarWait: "waiting" });

  await google.clearFaults();
  for (let round = 0; round < 3; round += 1) {
    await runJobs(system, { retries: true });
    ahead += 10_000;
    await syncCalendar(system, calendarId);
    await settleWaits(system);
  }
  await runJobs(system, { retries: true });
  expect(await current()).toMatchObject({ status: "CONFIRMED", startsAt: new Date(startIn(11)) });
  const [event, ...others] = await events();
  expect(others).toEqual([]);
  expect(event).toMatchObject({ status: "confirmed" });
  expect(Date.parse(event?.start.dateTime ?? "")).toBe(Date.parse(startIn(11)));
  expect(await database.db.calendarEdit.count({ where: { seriesId } })).toBe(0);
});
