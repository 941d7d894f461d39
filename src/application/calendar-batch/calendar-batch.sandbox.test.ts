import { expect, test } from "vitest";
import { disconnectCalendar } from "@/application/calendar/disconnect-calendar";
import { pushBookingToCalendar } from "@/application/calendar/push-booking-to-calendar";
import { setBookingCalendar } from "@/application/calendar/set-booking-calendar";
import { startConnection } from "@/application/calendar/start-connection";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { loadSubject } from "@/application/messages/message-subject";
import { replayPushes } from "@/application/sync-doctor/replay-pushes";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { runJobs } from "@tests/support/google/run-jobs";
import { providerWithGoogle } from "@tests/support/google/provider-with-google";
import { finishBatches } from "./finish-batch";
import { getBatch } from "./get-batch";

const ACCOUNT = "amara.okafor@example.com";
const VISITS = 60;
const scene = providerWithGoogle();
const { owner, system } = scene;
let connectionId: string;

/** Coming visits, three a day. */
const bookVisits = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => buildBooking(scene.database.db, scene.built, { startsAt: `${new Date(Date.now() + (2 + Math.floor(index / 3)) * 86_400_000).toISOString().slice(0, 10)}T${10 + (index % 3)}:00:00Z` })));
/** A consent has just been stored: nothing was listed, read or written yet. */
const connect = async () => {
  ({ connectionId } = await buildCalendarConnection(scene.database.db, scene.built.providerId, { ...(await scene.google.grant(ACCOUNT)), connection: { accountEmail: ACCOUNT } }));
  await scene.database.db.calendar.deleteMany({ where: { connectionId } });
};
const eventsOf = async (calendar?: string) => (await scene.google.events(ACCOUNT, calendar)).filter(({ status }) => status !== "cancelled");
const progress = async () => (await getBatch(owner(), undefined)).latest;
const mails = () => scene.database.db.message.findMany({ where: { providerId: scene.built.providerId, template: "calendar-batch-report" }, orderBy: { id: "asc" } });
const said = async (messageId: string) => (await loadSubject(scene.database.db, await scene.database.db.message.findUniqueOrThrow({ where: { id: messageId } }), Date.now())).subject;
/** The worker dies after `count` visits were written: what it had done stands, what it had not waits in the queue. */
const pushSome = async (count: number) => {
  const waiting = await scene.database.db.calendarEventLink.findMany({ where: { state: "PENDING", booking: { providerId: scene.built.providerId } }, orderBy: { booking: { startsAt: "asc" } }, take: count });
  for (const { seriesId } of waiting) await pushBookingToCalendar(system(), seriesId);
};

test("connecting a calendar puts 60 coming visits there, each once and told once, though the worker dies half-way and the connection is begun again", async () => {
  const booked = await bookVisits(VISITS);
  await connect();
  await startConnection(system(), connectionId);
  expect(await progress()).toMatchObject({ total: VISITS, done: 0, waiting: VISITS, failed: 0, finishedAt: null, hindrance: null });

  await pushSome(VISITS / 2);
  expect(await progress()).toMatchObject({ total: VISITS, done: 30, waiting: 30, finishedAt: null });
  await startConnection(system(), connectionId);
  expect(await progress()).toMatchObject({ total: VISITS, done: 30, waiting: 30, finishedAt: null });
  expect(await mails()).toHaveLength(0);
  // The answer to one more write is lost with the worker.
  const [lost] = await scene.database.db.calendarEventLink.findMany({ where: { state: "PENDING", booking: { providerId: scene.built.providerId } }, take: 1 });
  await pushBookingToCalendar(system(), lost?.seriesId ?? "");
  await scene.database.db.calendarEventLink.updateMany({ where: { id: lost?.id }, data: { state: "PENDING", syncedVersion: null, etag: null } });

  await runJobs(system());
  expect(await progress()).toMatchObject({ total: VISITS, done: VISITS, waiting: 0, failed: 0, finishedAt: expect.any(String) });
  const ours = (await eventsOf()).map(({ id }) => id);
  const links = await scene.database.db.calendarEventLink.findMany({ where: { bookingId: { in: booked.map(({ id }) => id) } } });
  for (const { eventId } of links) expect(ours.filter((id) => id === eventId)).toHaveLength(1);
  expect(links).toHaveLength(VISITS);

  await startConnection(system(), connectionId);
  await runJobs(system());
  await finishBatches(system());
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(await said(mail?.id ?? "")).toMatchObject({ path: "/provider/integrations", notice: { template: "calendar-batch-report", facts: { total: VISITS, done: VISITS, failedStarts: [] } } });
  expect(await scene.database.db.calendarBatch.count({ where: { providerId: scene.built.providerId } })).toBe(1);
});

test("a visit Google refuses is named by its time, retry heals it, and the mail about the batch is not repeated", async () => {
  const [first] = await bookVisits(3);
  await connect();
  await startConnection(system(), connectionId);
  await scene.google.fault({ match: "/events\\?", method: "POST", times: 1, status: 403, reason: "forbidden" });
  await runJobs(system());
  expect(await progress()).toMatchObject({ total: 3, done: 2, failed: 1, waiting: 0, finishedAt: expect.any(String) });
  const { startsAt } = await scene.database.db.booking.findUniqueOrThrow({ where: { id: first?.id ?? "" } });
  expect((await getBatch(owner(), undefined)).failedVisits).toEqual([{ startsAt: startsAt.toISOString(), localStart: expect.stringMatching(/T1[12]:00$/), reason: expect.stringMatching(/^Google refused/) }]);
  const [mail] = await mails();
  expect(await said(mail?.id ?? "")).toMatchObject({ notice: { facts: { total: 3, done: 2, failedStarts: [startsAt.getTime()] } } });

  await replayPushes(owner(), undefined);
  await runJobs(system());
  expect(await getBatch(owner(), undefined)).toMatchObject({ latest: { total: 3, done: 3, failed: 0 }, failedVisits: [] });
  expect(await mails()).toHaveLength(1);
});

test("another calendar takes a batch over that is under way: everything goes there, once, and only that is told", async () => {
  const booked = await bookVisits(6);
  await connect();
  await startConnection(system(), connectionId);
  await pushSome(3);
  const second = await scene.google.addCalendar(ACCOUNT, "Practice");
  await scene.database.db.calendarConnection.update({ where: { id: connectionId }, data: { listedAt: null } });
  await startConnection(system(), connectionId);
  const { id: calendarId } = await scene.database.db.calendar.findFirstOrThrow({ where: { connectionId, externalId: second } });
  await setBookingCalendar(owner(), { calendarId });
  await setBookingCalendar(owner(), { calendarId });
  expect(await progress()).toMatchObject({ calendarName: "Practice", total: 6, done: 0, waiting: 6, finishedAt: null });

  await cancelBooking(owner(), { reference: booked[5]?.reference ?? "", reason: "" });
  await runJobs(system());
  expect(await progress()).toMatchObject({ total: 6, done: 6, failed: 0, finishedAt: expect.any(String) });
  expect(await eventsOf(second)).toHaveLength(5);
  const moved = await scene.database.db.calendarEventLink.findMany({ where: { bookingId: { in: booked.map(({ id }) => id) } }, select: { eventId: true } });
  expect((await eventsOf()).filter(({ id }) => moved.some(({ eventId }) => eventId === id))).toEqual([]);
  const told = await mails();
  expect(told).toHaveLength(1);
  expect(await said(told[0]?.id ?? "")).toMatchObject({ notice: { facts: { calendarName: "Practice", total: 6, done: 6 } } });
});

test("a disconnected calendar ends its batch without a word, and a calendar nobody booked begins none", async () => {
  await connect();
  await startConnection(system(), connectionId);
  expect(await progress()).toBeNull();
  await disconnectCalendar(owner(), { connectionId });
  await bookVisits(2);
  await connect();
  await startConnection(system(), connectionId);
  expect(await progress()).toMatchObject({ total: 2, waiting: 2 });
  await disconnectCalendar(owner(), { connectionId });
  expect(await progress()).toBeNull();
  await finishBatches(system());
  expect(await mails()).toHaveLength(0);
});

test("what the sweep finds done is told too, once", async () => {
  await bookVisits(2);
  await connect();
  await startConnection(system(), connectionId);
  await pushSome(1);
  await scene.database.db.calendarEventLink.updateMany({ where: { state: "PENDING", booking: { providerId: scene.built.providerId } }, data: { state: "SYNCED" } });
  await Promise.all([finishBatches(system()), finishBatches(system())]);
  expect(await mails()).toHaveLength(1);
});

test("the old account may be disconnected before its visits have gone over: they go, and the batch ends; a visit that is over holds nothing up", async () => {
  const [over] = await bookVisits(3);
  await connect();
  await startConnection(system(), connectionId);
  await runJobs(system());
  const old = connectionId;
  await scene.database.db.calendarConnection.update({ where: { id: old }, data: { accountSubject: "earlier", accountEmail: "earlier@example.com" } });
  const { calendarId } = await buildCalendarConnection(scene.database.db, scene.built.providerId, { ...(await scene.google.grant(ACCOUNT)), connection: { accountEmail: ACCOUNT }, calendar: { externalId: await scene.google.addCalendar(ACCOUNT, "Practice"), receivesBookings: false } });
  await setBookingCalendar(owner(), { calendarId });
  await disconnectCalendar(owner(), { connectionId: old });
  expect(await progress()).toMatchObject({ calendarName: expect.any(String), total: 3, waiting: 3, finishedAt: null });
  await scene.database.db.booking.update({ where: { id: over?.id ?? "" }, data: { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000), blockedFrom: new Date(Date.now() - 7_200_000), blockedTo: new Date(Date.now() - 3_600_000) } });
  await scene.database.db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE payload::text LIKE ${`%${over?.seriesId ?? ""}%`}`;
  await runJobs(system());
  await finishBatches(system());
  expect(await progress()).toMatchObject({ total: 3, done: 3, waiting: 0, finishedAt: expect.any(String) });
});
