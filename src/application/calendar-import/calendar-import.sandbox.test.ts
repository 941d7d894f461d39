import { beforeEach, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { loadSubject } from "@/application/messages/message-subject";
import { resendMessage } from "@/application/messages/resend-message";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { providerActor } from "@tests/support/booking-requests";
import { providerWithGoogle } from "@tests/support/google/provider-with-google";
import { endBrokenImports } from "./finish-import";
import { listImports } from "./list-imports";
import { runImport } from "./run-import";
import { startImport } from "./start-import";
import { stopImport } from "./stop-import";

const ACCOUNT = "amara.okafor@example.com";
const scene = providerWithGoogle();
const { as, owner, system } = scene;
let calendarId: string;
beforeEach(async () => {
  ({ calendarId } = await buildCalendarConnection(scene.database.db, scene.built.providerId, { ...(await scene.google.grant(ACCOUNT)), calendar: { externalId: ACCOUNT, receivesBookings: true } }));
});

const iso = (days: number, hour: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${String(hour).padStart(2, "0")}:00:00Z`;
const add = (summary: string, days: number, hour: number, ...attendees: object[]) =>
  scene.google.addEvent(ACCOUNT, { summary, start: { dateTime: iso(days, hour) }, end: { dateTime: iso(days, hour + 1) }, attendees });
const nora = { email: "nora@mail.example", displayName: "Nora Test" };
const rules = () => [{ title: "visit*", attendee: "@mail.example", service: scene.built.serviceSlug, mode: "ONLINE" as const }];
const run = async () => {
  const { importId } = await startImport(owner(), { calendarId, rules: rules() });
  await runImport(system(), importId);
  const [latest] = await listImports(owner(), undefined);
  return latest;
};
const bookings = () => scene.database.db.booking.findMany({ where: { providerId: scene.built.providerId }, include: { patient: true }, orderBy: { startsAt: "asc" } });

test("what fits the rules becomes bookings, what does not is counted, and a second run makes nothing twice", async () => {
  await add("Visit: Nora", 3, 9, nora);
  await add("Visit: Ben", 4, 9, { email: "ben@mail.example" });
  await add("Visit: somebody", 4, 11);
  await add("Lunch", 4, 12, nora);
  await scene.google.addEvent(ACCOUNT, { summary: "Visit", start: { date: iso(6, 0).slice(0, 10) }, end: { date: iso(7, 0).slice(0, 10) } });
  await syncCalendar(system(), calendarId);

  expect(await run()).toMatchObject({ state: "FINISHED", total: 5, imported: 2, problem: null, leftOut: [{ reason: "whole-day", count: 1, sentence: "1 entry takes a whole day." }, { reason: "no-rule", count: 1 }, { reason: "nobody-invited", count: 1 }] });
  const made = await bookings();
  expect(made.map(({ startsAt, endsAt, status, source, mode, patient }) => [startsAt.toISOString(), endsAt.getTime() - startsAt.getTime(), status, source, mode, patient?.name, patient?.email])).toEqual([
    [iso(3, 9).replace("Z", ".000Z"), 3_600_000, "CONFIRMED", "GOOGLE", "ONLINE", "Nora Test", "nora@mail.example"],
    [iso(4, 9).replace("Z", ".000Z"), 3_600_000, "CONFIRMED", "GOOGLE", "ONLINE", expect.stringContaining("ben"), "ben@mail.example"],
  ]);
  const { rows } = await scene.database.pool.query<{ task: string }>("SELECT identifier AS task FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE job.payload::text LIKE ANY($1)", [made.map(({ seriesId }) => `%${seriesId}%`)]);
  expect(rows.map(({ task }) => task)).toContain("calendar.push-event");
  expect(rows.map(({ task }) => task)).not.toContain("messages.announce");

  // The booking takes the time, not the event besides it: at once, and after a whole read too.
  expect(await scene.database.db.busyInterval.count({ where: { calendarId, startsAt: { in: made.map(({ startsAt }) => startsAt) } } })).toBe(0);
  await scene.database.db.calendar.update({ where: { id: calendarId }, data: { syncToken: null } });
  await syncCalendar(system(), calendarId);
  const busy = await scene.database.db.busyInterval.findMany({ where: { calendarId }, select: { startsAt: true }, orderBy: { startsAt: "asc" } });
  expect(busy.map(({ startsAt }) => startsAt.toISOString())).not.toContain(made[0]?.startsAt.toISOString());
  expect(busy).toHaveLength(3);

  expect(await run()).toMatchObject({ state: "FINISHED", imported: 0, leftOut: expect.arrayContaining([{ reason: "known", count: 2, sentence: "2 entries were taken over before." }]) });
  expect(await bookings()).toHaveLength(2);
  const mails = await scene.database.db.message.findMany({ where: { providerId: scene.built.providerId, template: "calendar-import-report" }, orderBy: { id: "asc" } });
  expect(mails.map(({ bookingId, recipient, channel }) => [bookingId, recipient, channel])).toEqual([[null, "PROVIDER", "EMAIL"], [null, "PROVIDER", "EMAIL"]]);

  // Each mail tells of its own import, also when it is sent once more.
  const said = async (messageId: string) => (await loadSubject(scene.database.db, await scene.database.db.message.findUniqueOrThrow({ where: { id: messageId } }), Date.now())).subject;
  const [first, second] = mails.map(({ id }) => id);
  await scene.database.db.message.update({ where: { id: first }, data: { state: "SENT" } });
  const copy = await resendMessage(owner(), { messageId: first ?? "", key: uuidv7() });
  expect([await said(first ?? ""), await said(second ?? ""), await said(copy.messageId)]).toMatchObject([2, 0, 2].map((imported) => ({ notice: { template: "calendar-import-report", facts: { imported } } })));
});

test("an entry that is moved in Google after it became a booking takes its new time too; moved back it takes none", async () => {
  const { id } = await add("Visit: Nora", 3, 9, nora);
  await syncCalendar(system(), calendarId);
  expect(await run()).toMatchObject({ imported: 1 });
  const busyOf = () => scene.database.db.busyInterval.findMany({ where: { calendarId, externalEventId: id }, select: { startsAt: true } });
  const moveTo = async (hour: number) => {
    await scene.google.changeEvent(ACCOUNT, id, { start: { dateTime: iso(3, hour) }, end: { dateTime: iso(3, hour + 1) } });
    await syncCalendar(system(), calendarId);
  };
  await moveTo(15);
  expect(await busyOf()).toEqual([{ startsAt: new Date(iso(3, 15)) }]);
  expect(await bookings()).toMatchObject([{ startsAt: new Date(iso(3, 9)), status: "CONFIRMED" }]);
  await scene.database.db.calendar.update({ where: { id: calendarId }, data: { syncToken: null } });
  await syncCalendar(system(), calendarId);
  expect(await busyOf()).toHaveLength(1);
  await moveTo(9);
  expect(await busyOf()).toEqual([]);
});

test("an event over another booking is left alone and said so", async () => {
  await add("Visit: Nora", 3, 9, nora);
  await add("Visit: Ben", 3, 9, { email: "ben@mail.example" });
  // Overbooked visits too, which the database's own constraint lets pass.
  await buildBooking(scene.database.db, scene.built, { startsAt: iso(4, 9), booking: { isOverbook: true, overrideReason: "They asked" } });
  await add("Visit: Cleo", 4, 9, { email: "cleo@mail.example" });
  expect(await run()).toMatchObject({ imported: 1, leftOut: [{ reason: "taken", count: 2 }] });
});

test("broken off by Google it goes on where it was, and ends with a reason when trying again is no use", async () => {
  await add("Visit: Nora", 3, 9, nora);
  const { importId } = await startImport(owner(), { calendarId, rules: rules() });
  await scene.google.fault({ match: "/events", times: 1, status: 503 });
  await expect(runImport(system(), importId)).rejects.toMatchObject({ failure: { kind: "transient" } });
  await expect(startImport(owner(), { calendarId, rules: rules() })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  await runImport(system(), importId);
  await runImport(system(), importId);
  expect(await listImports(owner(), undefined)).toMatchObject([{ state: "FINISHED", imported: 1 }]);

  const again = await startImport(owner(), { calendarId, rules: rules() });
  await scene.google.fault({ match: "/events", times: 1, status: 404 });
  await runImport(system(), again.importId);
  expect((await listImports(owner(), undefined))[0]).toMatchObject({ state: "FAILED", problem: expect.stringMatching(/\.$/) });
});

test("rules name what the provider offers, and strangers start nothing", async () => {
  await expect(startImport(owner(), { calendarId, rules: [{ title: "", attendee: "", service: "no-such-service", mode: "ONLINE" }] })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "rules.0.service" }] } });
  const stranger = as(providerActor(await buildProvider(scene.database.db)));
  await expect(startImport(stranger, { calendarId, rules: rules() })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await scene.database.db.calendarImport.count({ where: { providerId: scene.built.providerId } })).toBe(0);
});

test("an import whose job is gone or has given up is ended and told, and another may begin; one that is still tried goes on", async () => {
  await add("Visit: Nora", 3, 9, nora);
  const begin = () => startImport(owner(), { calendarId, rules: rules() });
  const { importId } = await begin();
  const later = { ...system(), clock: { now: () => Date.now() + 11 * 60_000 } };
  await endBrokenImports(later);
  await expect(begin()).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  await scene.database.pool.query("UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1", [`import:${importId}`]);
  await endBrokenImports(system());
  expect((await listImports(owner(), undefined))[0]).toMatchObject({ state: "RUNNING" });
  await endBrokenImports(later);
  await endBrokenImports(later);
  expect((await listImports(owner(), undefined))[0]).toMatchObject({ state: "FAILED", problem: expect.stringContaining("Begin it again") });
  expect(await scene.database.db.message.count({ where: { providerId: scene.built.providerId, template: "calendar-import-report" } })).toBe(1);
  await begin();
});

test("while Google does not answer it says why and since when, goes on by itself, and can be stopped by whoever began it", async () => {
  await add("Visit: Nora", 3, 9, nora);
  const { importId } = await startImport(owner(), { calendarId, rules: rules() });
  const latest = async () => (await listImports(owner(), undefined))[0];
  await scene.google.fault({ match: "/events", status: 503 });
  await expect(runImport(system(), importId)).rejects.toMatchObject({ kind: "transient" });
  const stalled = await latest();
  expect(stalled).toMatchObject({ state: "RUNNING", problem: "Google has a problem of its own. We try again by ourselves.", stalledSince: expect.any(String) });
  await expect(runImport(system(), importId)).rejects.toMatchObject({ kind: "transient" });
  expect((await latest())?.stalledSince).toBe(stalled?.stalledSince);
  const stranger = providerActor(await buildProvider(scene.database.db));
  await expect(stopImport(as(stranger), scene.built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });

  await stopImport(owner(), undefined);
  await scene.google.clearFaults();
  await runImport(system(), importId);
  expect(await latest()).toMatchObject({ state: "FAILED", problem: expect.stringContaining("It was stopped."), imported: 0 });
  expect(await bookings()).toEqual([]);
  expect((await scene.database.pool.query("SELECT FROM graphile_worker.jobs WHERE key = $1", [`import:${importId}`])).rowCount).toBe(0);
  expect(await run()).toMatchObject({ state: "FINISHED", imported: 1, stalledSince: null, problem: null });
});
