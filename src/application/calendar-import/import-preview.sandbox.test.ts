import { beforeEach, expect, test } from "vitest";
import { forgetStaleRows } from "@/application/shared/forget-stale-rows";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { deskActor, SYSTEM } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { providerWithGoogle } from "@tests/support/google/provider-with-google";
import { listImports } from "./list-imports";
import { runImport } from "./run-import";
import { startImport } from "./start-import";

const ACCOUNT = "amara.okafor@example.com";
const DAY_MS = 86_400_000;
const scene = providerWithGoogle();
const { as, owner, system } = scene;
let calendarId: string;
beforeEach(async () => {
  ({ calendarId } = await buildCalendarConnection(scene.database.db, scene.built.providerId, { ...(await scene.google.grant(ACCOUNT)), calendar: { externalId: ACCOUNT, receivesBookings: true } }));
});

const iso = (days: number, hour: number) => `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)}T${String(hour).padStart(2, "0")}:00:00Z`;
const add = (summary: string, days: number, hour: number, ...attendees: object[]) =>
  scene.google.addEvent(ACCOUNT, { summary, start: { dateTime: iso(days, hour) }, end: { dateTime: iso(days, hour + 1) }, attendees });
const nora = { email: "nora@mail.example", displayName: "Nora Test" };
const rule = () => ({ title: "visit*", attendee: "", service: scene.built.serviceSlug, mode: "ONLINE" as const });
const run = async (isPreview: boolean) => {
  const { importId } = await startImport(owner(), { calendarId, rules: [rule()], isPreview });
  await runImport(system(), importId);
  const [latest] = await listImports(owner(), undefined);
  if (latest?.id !== importId) throw new Error("not listed first");
  return latest;
};
const rowsWritten = async () => {
  const provider = { where: { providerId: scene.built.providerId } };
  return [await scene.database.db.booking.count(provider), await scene.database.db.importedEvent.count({ where: { calendarId } }), await scene.database.db.message.count(provider), await scene.database.db.patient.count(provider)];
};

test("a preview says what the import then does, entry by entry, and writes nothing", async () => {
  await buildBooking(scene.database.db, scene.built, { startsAt: iso(3, 12) });
  await add("Visit: Nora", 3, 9, nora);
  await add("Visit over a booking", 3, 12, nora);
  await add("Visit over an event", 3, 9, { email: "ben@mail.example" });
  await add("Lunch", 3, 11, nora);
  await add("Visit: nobody", 4, 9);
  await scene.google.addEvent(ACCOUNT, { summary: "Visit", start: { date: iso(6, 0).slice(0, 10) }, end: { date: iso(7, 0).slice(0, 10) } });

  const before = await rowsWritten();
  const preview = await run(true);
  expect(await rowsWritten()).toEqual(before);
  expect(preview).toMatchObject({ state: "FINISHED", isPreview: true, total: 6, imported: 1, problem: null });
  expect(preview.entries.map(({ startsAt, leftOut, serviceName, patient }) => [startsAt.slice(0, 13), leftOut, serviceName, patient?.name])).toEqual([
    [iso(3, 9).slice(0, 13), null, "Consultation", "Nora Test"],
    [iso(3, 9).slice(0, 13), "overlaps another booking", null, undefined],
    [iso(3, 11).slice(0, 13), "fits none of the rules", null, undefined],
    [iso(3, 12).slice(0, 13), "overlaps another booking", null, undefined],
    [iso(4, 9).slice(0, 13), "has nobody invited who fits", null, undefined],
  ]);

  const real = await run(false);
  expect(real).toMatchObject({ state: "FINISHED", isPreview: false, total: 6, imported: preview.imported, leftOut: preview.leftOut });
  expect(real.entries.map(({ leftOut }) => leftOut)).toEqual(preview.entries.flatMap(({ leftOut }) => (leftOut === null ? [] : [leftOut])));
  expect(await run(true)).toMatchObject({ imported: 0, leftOut: expect.arrayContaining([{ reason: "known", count: 1, sentence: "1 entry was taken over before." }]) });
});

test("names of a preview are ciphertext, for the calendar's owner alone, and forgotten with the next import or after a day", async () => {
  await add("Visit: Nora", 3, 9, nora);
  const { id } = await run(true);
  const stored = async (importId: string) => (await scene.database.db.calendarImport.findUniqueOrThrow({ where: { id: importId } })).entriesCiphertext;
  const sealed = await stored(id);
  expect(sealed).toEqual(expect.any(String));
  expect(sealed).not.toContain("ora");
  const [seen] = await listImports(as(deskActor(scene.built, scene.built.userId)), scene.built.providerId);
  expect(seen).toMatchObject({ id, imported: 1, entries: [] });

  const { id: next } = await run(true);
  expect([await stored(id), await stored(next)]).toEqual([null, expect.any(String)]);
  await forgetStaleRows(as(SYSTEM, () => Date.now() + DAY_MS - 60_000));
  expect(await stored(next)).not.toBeNull();
  await forgetStaleRows(as(SYSTEM, () => Date.now() + DAY_MS + 60_000));
  expect(await stored(next)).toBeNull();
});

test("begun again after the worker died between two visits it makes nothing twice, counts each once, and tells once", async () => {
  for (const hour of [9, 10, 11]) await add("Visit: Nora", 3, hour, nora);
  const { importId } = await startImport(owner(), { calendarId, rules: [rule()] });
  await expect(runImport(dyingAfter(2), importId)).rejects.toThrow("killed");
  expect(await scene.database.db.importedEvent.count({ where: { importId } })).toBe(2);
  await runImport(system(), importId);
  await runImport(system(), importId);
  expect(await listImports(owner(), undefined)).toMatchObject([{ state: "FINISHED", total: 3, imported: 3, leftOut: [] }]);
  expect(await rowsWritten()).toEqual([3, 3, 1, 1]);
});

/** A worker that dies before it begins the visit after `visits`: each takes one connection. */
function dyingAfter(visits: number) {
  const app = system();
  let taken = 0;
  const connect = () => {
    taken += 1;
    return taken > visits ? Promise.reject(new Error("killed")) : scene.database.pool.connect();
  };
  return { ...app, pool: new Proxy(scene.database.pool, { get: (pool, key) => (key === "connect" ? connect : Reflect.get(pool, key, pool)) }) };
}

test("a service that is not offered any more leaves its events out, a provider who is not public yet takes theirs over", async () => {
  await add("Visit: Nora", 3, 9, nora);
  const { importId } = await startImport(owner(), { calendarId, rules: [rule()] });
  await scene.database.db.service.update({ where: { id: scene.built.serviceId }, data: { isActive: false } });
  await runImport(system(), importId);
  const latest = async () => (await listImports(owner(), undefined))[0];
  expect(await latest()).toMatchObject({ state: "FINISHED", imported: 0, leftOut: [{ reason: "not-offered", count: 1 }] });

  await scene.database.db.service.update({ where: { id: scene.built.serviceId }, data: { isActive: true } });
  await scene.database.db.provider.update({ where: { id: scene.built.providerId }, data: { status: "DRAFT" } });
  expect(await run(false)).toMatchObject({ state: "FINISHED", imported: 1 });
});

test("where Google is switched off meanwhile the import ends and says so, and another may be begun", async () => {
  const { importId } = await startImport(owner(), { calendarId, rules: [rule()] });
  await runImport(testContext(scene.database, { actor: SYSTEM, now: Date.now() }), importId);
  expect((await listImports(owner(), undefined))[0]).toMatchObject({ state: "FAILED", problem: expect.stringMatching(/switched off/) });
  expect(await run(false)).toMatchObject({ state: "FINISHED" });
});
