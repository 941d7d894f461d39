import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { actingAs } from "@/application/shared/context";
import { clearLeftover } from "./clear-leftover";
import { encryptTokens } from "./connection-tokens";
import { disconnectCalendar } from "./disconnect-calendar";
import { getCalendarStatus } from "./get-calendar-status";
import { moveEvents } from "./move-events";
import { pollCalendars } from "./poll-calendars";
import { pushBookingToCalendar } from "./push-booking-to-calendar";
import { refreshCalendarList } from "./refresh-calendar-list";
import { requestCalendarUpdate } from "./request-calendar-update";
import { revokeGrant } from "./revoke-grant";
import { setBookingCalendar } from "./set-booking-calendar";
import { syncCalendar } from "./sync-calendar";

const [AMARA, DANIEL] = ["amara.okafor@example.com", "daniel.reyes@example.com"];
const HOUR_MS = 3_600_000;
/** How far the clock runs ahead. */
let ahead = 0;
const now = () => Date.now() + ahead;
const { database, google } = await openGoogle();
const app = testContext(database, { actor: { kind: "system", job: "test" }, now, ports: google.ports });

beforeEach(async () => {
  ahead = 0;
  await google.clearFaults();
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
});

/** A provider with one calendar in each of two Google accounts; bookings go to Amara's. */
async function twoAccounts() {
  const built = await buildProvider(database.db);
  const account = async (email: string, isTarget: boolean) => {
    const externalId = await google.addCalendar(email, `Practice ${uuidv7().slice(-6)}`);
    const ids = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(email)), connection: { accountEmail: email, accountSubject: email }, calendar: { externalId, receivesBookings: isTarget } });
    return { ...ids, externalId, standing: async () => (await google.events(email, externalId)).filter((event) => event.status !== "cancelled") };
  };
  const [amara, daniel] = [await account(AMARA, true), await account(DANIEL, false)];
  return { built, amara, daniel, owner: actingAs(app, providerActor(built)) };
}

async function written(built: BuiltProvider, hours: number, mode: "ONLINE" | "IN_PERSON" = "ONLINE") {
  const visit = await buildVisit(database.db, built, { startsAt: new Date(Math.floor(now() / HOUR_MS) * HOUR_MS + hours * HOUR_MS), mode });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  return visit;
}
/** Takes a waiting job out of the queue, as one that backs off after a failure is out of it for a while. */
async function takeJob(name: string) {
  const { rows } = await database.pool.query(`DELETE FROM graphile_worker._private_jobs AS job USING graphile_worker._private_tasks AS task WHERE task.id = job.task_id AND task.identifier = $1 RETURNING job.payload`, [name]);
  return z.object({ payload: z.object({ tokenCiphertext: z.string() }) }).parse(rows[0]).payload;
}
const linkReady = (seriesId: string) => expect.poll(async () => {
  ahead = 5_000;
  await runJobs(app);
  return (await database.db.meetLink.findUniqueOrThrow({ where: { seriesId } })).state;
}, { timeout: 10_000 }).toBe("READY");

test("another calendar receives the bookings: each coming event appears there once and leaves the old one, with the link patients have", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  const [online, past, inPerson] = [await written(built, 30), await written(built, -30, "IN_PERSON"), await written(built, 50, "IN_PERSON")];
  await linkReady(online.seriesId);
  const { url } = await database.db.meetLink.findUniqueOrThrow({ where: { seriesId: online.seriesId } });
  const toPatients = () => database.db.message.count({ where: { recipient: "PATIENT" } });
  const messages = await toPatients();

  await setBookingCalendar(owner, { calendarId: daniel.calendarId });
  await runJobs(app);
  const moved = await daniel.standing();
  expect(moved).toHaveLength(2);
  expect(moved.map((event) => event.hangoutLink).filter(Boolean)).toEqual([url]);
  expect(await amara.standing()).toHaveLength(1);
  expect(await database.db.calendarEventLink.findMany({ where: { bookingId: { in: [online.id, inPerson.id] } } })).toMatchObject([{ state: "SYNCED", calendarId: daniel.calendarId }, { state: "SYNCED", calendarId: daniel.calendarId }]);
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { bookingId: past.id } })).toMatchObject({ calendarId: amara.calendarId });
  expect(await database.db.calendarEventLeftover.count()).toBe(0);
  expect(await toPatients()).toBe(messages);

  // Neither account takes the visit's own event, or what became of it, for time taken or for an edit.
  await syncCalendar(app, amara.calendarId);
  await syncCalendar(app, daniel.calendarId);
  expect(await database.db.busyInterval.count({ where: { providerId: built.providerId } })).toBe(0);
  expect(await database.db.booking.findUniqueOrThrow({ where: { id: online.id } })).toMatchObject({ status: "CONFIRMED", version: online.version });

  await setBookingCalendar(owner, { calendarId: amara.calendarId });
  await runJobs(app);
  expect(await daniel.standing()).toHaveLength(0);
  expect((await amara.standing()).map((event) => event.hangoutLink).filter(Boolean)).toEqual([url]);
  expect(await amara.standing()).toHaveLength(3);
});

test("a worker that dies between the two calendars leaves no visit without an event, and the next poll ends the move", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  const visit = await written(built, 30, "IN_PERSON");
  await runJobs(app);
  await setBookingCalendar(owner, { calendarId: daniel.calendarId });
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
  // Dead before the first step.
  expect(await pollCalendars(app)).toBeGreaterThan(0);
  await moveEvents(app, built.providerId);
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
  // Dead after the event was asked for: the old one stands until the new one does.
  const { id: leftoverId } = await database.db.calendarEventLeftover.findFirstOrThrow({ where: { seriesId: visit.seriesId } });
  await clearLeftover(app, leftoverId);
  expect(await amara.standing()).toHaveLength(1);
  await pushBookingToCalendar(app, visit.seriesId);
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
  // Dead before the old one was taken away, and after it was but before that was written down.
  expect([await amara.standing(), await daniel.standing()]).toMatchObject([[{}], [{}]]);
  const lost = await database.db.calendarEventLeftover.findUniqueOrThrow({ where: { id: leftoverId } });
  ahead = 2 * 60_000;
  await pollCalendars(app);
  await runJobs(app);
  await database.db.calendarEventLeftover.create({ data: lost });
  await pollCalendars(app);
  await runJobs(app);
  expect(await amara.standing()).toHaveLength(0);
  expect(await daniel.standing()).toHaveLength(1);
  expect(await database.db.calendarEventLeftover.count()).toBe(0);
});

test("a visit cancelled while its event moves stands in neither calendar, one moved back meanwhile in the first alone", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  const [cancelled, returned] = [await written(built, 30, "IN_PERSON"), await written(built, 50, "IN_PERSON")];
  await runJobs(app);
  await setBookingCalendar(owner, { calendarId: daniel.calendarId });
  await moveEvents(app, built.providerId);
  await database.db.booking.update({ where: { id: cancelled.id }, data: { status: "CANCELLED", version: 2 } });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, cancelled));
  await setBookingCalendar(owner, { calendarId: amara.calendarId });
  await runJobs(app);
  expect(await daniel.standing()).toHaveLength(0);
  expect(await amara.standing()).toHaveLength(1);
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { bookingId: returned.id } })).toMatchObject({ state: "SYNCED", calendarId: amara.calendarId });
});

test("a link that Google does not take over from another account stays in the event's text", async () => {
  const { built, daniel, owner } = await twoAccounts();
  const visit = await written(built, 30);
  await linkReady(visit.seriesId);
  const { url } = await database.db.meetLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } });
  await google.fault({ match: `/calendar/v3/calendars/${encodeURIComponent(daniel.externalId)}/events\\?`, method: "POST", status: 400, times: 1 });
  await setBookingCalendar(owner, { calendarId: daniel.calendarId });
  await runJobs(app);
  expect(await daniel.standing()).toMatchObject([{ description: expect.stringContaining(`Video: ${url}`) }]);
});

test("disconnecting the account that receives bookings asks where they go, and moves them there", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  const visit = await written(built, 30);
  await linkReady(visit.seriesId);
  await expect(disconnectCalendar(owner, { connectionId: amara.connectionId })).rejects.toMatchObject({ code: "STATUS_CONFLICT", message: expect.stringContaining("Say first where they go") });
  await expect(disconnectCalendar(owner, { connectionId: amara.connectionId, moveBookingsTo: amara.calendarId })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  const stranger = await twoAccounts();
  await expect(disconnectCalendar(owner, { connectionId: amara.connectionId, moveBookingsTo: stranger.daniel.calendarId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });

  await disconnectCalendar(owner, { connectionId: amara.connectionId, moveBookingsTo: daniel.calendarId });
  await runJobs(app);
  expect(await amara.standing()).toHaveLength(0);
  expect(await daniel.standing()).toHaveLength(1);
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { bookingId: visit.id } })).toMatchObject({ state: "SYNCED", calendarId: daniel.calendarId });
  expect(await database.db.meetLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } })).toMatchObject({ state: "READY" });
});

test("an end that is late at Google leaves alone what was sent back to the account meanwhile", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  const visit = await written(built, 30, "IN_PERSON");
  await runJobs(app);
  await disconnectCalendar(owner, { connectionId: amara.connectionId, moveBookingsTo: daniel.calendarId });
  const end = await takeJob("calendar.revoke-grant");
  await runJobs(app);
  const tokens = await google.grant(AMARA);
  await database.db.calendarConnection.update({ where: { id: amara.connectionId }, data: { status: "ACTIVE", ...(await encryptTokens(app.cipher, amara.connectionId, { ...tokens, expiresAt: now() + HOUR_MS })) } });
  await setBookingCalendar(owner, { calendarId: amara.calendarId });
  await runJobs(app);
  await revokeGrant(app, amara.connectionId, end.tokenCiphertext);
  expect(await amara.standing()).toHaveLength(1);
  expect(await daniel.standing()).toHaveLength(0);
  await syncCalendar(app, amara.calendarId);
  expect(await database.db.calendarEdit.count({ where: { seriesId: visit.seriesId } })).toBe(0);
});

test("events that Google will not let go stay there, and the grant ends all the same", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  await written(built, 30, "IN_PERSON");
  await runJobs(app);
  // The grant is the account's: it stays while anybody else's connection lives on it.
  await database.db.calendarConnection.updateMany({ where: { id: { notIn: [amara.connectionId, daniel.connectionId] } }, data: { status: "DISCONNECTED" } });
  await google.clearRequests();
  await google.fault({ match: "/calendar/v3", method: "DELETE", status: 403, reason: "requiredAccessLevel" });
  await disconnectCalendar(owner, { connectionId: amara.connectionId, moveBookingsTo: daniel.calendarId });
  await runJobs(app);
  expect(await amara.standing()).toHaveLength(1);
  expect(await daniel.standing()).toHaveLength(1);
  expect((await google.requests()).filter(({ path }) => path.startsWith("/revoke"))).toMatchObject([{ status: 200 }]);
});

test("or bookings wait until a calendar is chosen; the end of another account touches none of them", async () => {
  const { built, amara, daniel, owner } = await twoAccounts();
  const visit = await written(built, 30, "IN_PERSON");
  await runJobs(app);
  await disconnectCalendar(owner, { connectionId: amara.connectionId, moveBookingsTo: null });
  await runJobs(app);
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { bookingId: visit.id } })).toMatchObject({ state: "PENDING", calendarId: null });
  await setBookingCalendar(owner, { calendarId: daniel.calendarId });
  await runJobs(app);
  expect(await daniel.standing()).toHaveLength(1);

  const other = await twoAccounts();
  const pending = await written(other.built, 30);
  await disconnectCalendar(other.owner, { connectionId: other.daniel.connectionId });
  expect(await database.db.meetLink.findUniqueOrThrow({ where: { seriesId: pending.seriesId } })).toMatchObject({ state: "PENDING" });
});

test("a calendar that may only be read, is gone, or is another's receives nothing, and the answer says why", async () => {
  const { daniel, owner } = await twoAccounts();
  const stranger = await twoAccounts();
  await expect(setBookingCalendar(owner, { calendarId: stranger.daniel.calendarId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await database.db.calendar.update({ where: { id: daniel.calendarId }, data: { canWrite: false } });
  await expect(setBookingCalendar(owner, { calendarId: daniel.calendarId })).rejects.toMatchObject({ message: expect.stringContaining("only read") });
  await database.db.calendar.update({ where: { id: daniel.calendarId }, data: { canWrite: true, goneAt: new Date() } });
  await expect(setBookingCalendar(owner, { calendarId: daniel.calendarId })).rejects.toMatchObject({ message: expect.stringContaining("not in the account any more") });
  await database.db.calendarConnection.update({ where: { id: daniel.connectionId }, data: { status: "RECONNECT_NEEDED" } });
  await expect(setBookingCalendar(owner, { calendarId: daniel.calendarId })).rejects.toMatchObject({ message: expect.stringContaining("connected first") });
});

test.each(["hidden", "removed"] as const)("a calendar that is %s in the person's list alone goes on being read", async (mode) => {
  const { amara } = await twoAccounts();
  await google.listing(AMARA, amara.externalId, mode);
  await refreshCalendarList(app, amara.connectionId);
  await syncCalendar(app, amara.calendarId);
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: amara.calendarId } })).toMatchObject({ goneAt: null, lastError: null, canWrite: true, lastReadAt: expect.any(Date) });
});

test("one calendar that is no longer shared is marked in words, keeps blocking, and the others go on; shared again it is read", async () => {
  const built = await buildProvider(database.db);
  const shared = await google.addCalendar(DANIEL, "Theatre");
  await google.share(DANIEL, shared, AMARA, "reader");
  const { connectionId, calendarId: own } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(AMARA)), calendar: { externalId: AMARA } });
  await refreshCalendarList(app, connectionId);
  const { id: calendarId } = await database.db.calendar.findFirstOrThrow({ where: { connectionId, externalId: shared } });
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).toMatchObject({ name: "Theatre", canWrite: false, readsBusy: false });
  await database.db.calendar.update({ where: { id: calendarId }, data: { readsBusy: true } });
  await google.addEvent(DANIEL, { summary: "x", start: { dateTime: new Date(now() + HOUR_MS).toISOString() }, end: { dateTime: new Date(now() + 2 * HOUR_MS).toISOString() } }, shared);
  await syncCalendar(app, calendarId);

  await google.share(DANIEL, shared, AMARA, "none");
  await syncCalendar(app, calendarId);
  await runJobs(app);
  const view = async () => (await getCalendarStatus(actingAs(app, providerActor(built)), undefined)).connections[0]?.calendars.find((calendar) => calendar.id === calendarId);
  expect(await view()).toMatchObject({ problem: { fix: "stop-reading", sentence: expect.stringContaining("not in the account any more") } });
  expect(await database.db.busyInterval.count({ where: { calendarId } })).toBe(1);
  await syncCalendar(app, own);
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: own } })).toMatchObject({ lastError: null, goneAt: null });

  await google.share(DANIEL, shared, AMARA, "writer");
  await refreshCalendarList(app, connectionId);
  await runJobs(app);
  expect(await view()).toMatchObject({ problem: null, canWrite: true });
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).toMatchObject({ goneAt: null, syncToken: expect.any(String) });
});
