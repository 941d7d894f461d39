import { Logger, runOnce, type TaskList } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteProviderNotices } from "@/application/messages/note-provider-notices";
import { actingAs, type AppContext } from "@/application/shared/context";
import { JOBS } from "@/jobs/registry";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { recordingPorts } from "./recording-ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

/** Tuesday; 07:00 in Berlin is 06:00Z. */
const SEVEN = Date.parse("2026-11-24T06:00:00Z");
const HOUR = 3_600_000;
const FRIDAY_NOON = Date.parse("2026-11-27T11:00:00Z");
const BEFORE = { createdAt: new Date("2026-11-01T00:00:00Z") };

async function provider(overrides: Parameters<typeof buildProvider>[1] = {}) {
  const built = await buildProvider(database.db, { ...overrides, provider: { ...BEFORE, ...overrides.provider } });
  const { ports, emails } = recordingPorts();
  const appAt = (now: number) => testContext(database, { actor: { kind: "system", job: "test" }, now, ports });
  return {
    built, emails, appAt,
    sweepAt: (now: number) => noteProviderNotices(appAt(now)),
    workAt: (now: number) => workOff(appAt(now)),
    messages: () => database.db.message.findMany({ where: { providerId: built.providerId }, select: { template: true, state: true, failure: true, address: true } }),
    outcomes: async () => (await database.db.notice.findMany({ where: { subjectId: built.providerId }, orderBy: { occasion: "asc" } })).map(({ kind, occasion, outcome }) => [kind, occasion, outcome]),
  };
}

function workOff(app: AppContext) {
  const taskList: TaskList = Object.fromEntries(JOBS.map((job) => [job.name, (payload: unknown) => job.run(app, payload)]));
  return runOnce({ pgPool: database.pool, taskList, noPreparedStatements: true, logger: new Logger(() => () => undefined) });
}

test("at seven the provider gets the day's visits, once, with two machines sweeping and one of them twice", async () => {
  const scene = await provider();
  await buildBooking(database.db, scene.built, { startsAt: "2026-11-24T09:00:00Z", booking: { mode: "ONLINE", serviceName: "Mole check" } });
  await buildBooking(database.db, scene.built, { startsAt: "2026-11-24T08:00:00Z", patient: { name: "Ana de la Cruz" } });
  await buildBooking(database.db, scene.built, { startsAt: "2026-11-24T12:00:00Z", booking: { status: "CANCELLED" } });
  await buildBooking(database.db, scene.built, { startsAt: "2026-11-25T08:00:00Z" });
  await scene.sweepAt(SEVEN - 60_000);
  expect(await scene.outcomes()).toEqual([]);
  await Promise.all([scene.sweepAt(SEVEN), scene.sweepAt(SEVEN), scene.sweepAt(SEVEN + 60_000)]);
  await Promise.all([scene.workAt(SEVEN), scene.workAt(SEVEN)]);
  await scene.sweepAt(SEVEN + HOUR);
  await scene.workAt(SEVEN + HOUR);
  expect(scene.emails).toHaveLength(1);
  const [email] = scene.emails;
  expect(email?.subject).toBe("Tuesday 24 November: 2 visits");
  expect(email?.text).toContain("09:00–09:30  Ana C., in person\n10:00–10:30  Grace E., by video");
  expect(`${email?.text}${email?.html}`).not.toMatch(/Mole|Example|Consultation/);
  expect(await scene.outcomes()).toEqual([["provider-agenda", "2026-11-24", "sent"]]);
});

test("a worker that comes back at eleven sends late; one that comes back after noon notes why it did not", async () => {
  const late = await provider();
  const tooLate = await provider();
  for (const scene of [late, tooLate]) await buildBooking(database.db, scene.built, { startsAt: "2026-11-24T13:00:00Z" });
  await late.sweepAt(SEVEN + 4 * HOUR);
  await late.workAt(SEVEN + 4 * HOUR);
  expect(late.emails).toHaveLength(2);
  // That sweep was for everybody: the other one's morning is taken back.
  await database.db.message.deleteMany({ where: { providerId: tooLate.built.providerId } });
  await database.db.notice.deleteMany({ where: { subjectId: tooLate.built.providerId } });
  await tooLate.sweepAt(SEVEN + 5 * HOUR + 60_000);
  await tooLate.workAt(SEVEN + 5 * HOUR + 60_000);
  expect(tooLate.emails).toEqual([]);
  expect(await tooLate.messages()).toMatchObject([{ template: "provider-agenda", state: "EXPIRED", failure: "It could only have gone out after it was of use." }]);
});

test("a planned agenda that could not leave before noon is not sent, and one whose visits were all cancelled neither", async () => {
  const scene = await provider();
  const visit = await buildBooking(database.db, scene.built, { startsAt: "2026-11-24T13:00:00Z" });
  await JOBS.find(({ name }) => name === "messages.notify-provider")?.run(scene.appAt(SEVEN), { kind: "provider-agenda", providerId: scene.built.providerId, onDate: "2026-11-24" });
  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  await scene.workAt(SEVEN + HOUR);
  expect(await scene.messages()).toMatchObject([{ state: "SKIPPED", failure: "There are no visits on this day." }]);
  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CONFIRMED" } });
  await database.db.message.updateMany({ where: { providerId: scene.built.providerId }, data: { state: "QUEUED" } });
  const [message] = await database.db.message.findMany({ where: { providerId: scene.built.providerId } });
  await JOBS.find(({ name }) => name === "messages.send")?.run(scene.appAt(SEVEN + 6 * HOUR), { messageId: message?.id });
  expect(await scene.messages()).toMatchObject([{ state: "EXPIRED" }]);
  expect(scene.emails).toEqual([]);
});

test("free days are silent unless asked for, and whoever switched it off or came after seven gets nothing", async () => {
  const free = await provider();
  const asked = await provider({ provider: { agendaOnFreeDays: true, language: "de" } });
  const off = await provider({ provider: { agendaByEmail: false } });
  const draft = await provider({ provider: { status: "DRAFT" } });
  const newcomer = await provider({ provider: { createdAt: new Date(SEVEN + 60_000), agendaOnFreeDays: true } });
  await asked.sweepAt(SEVEN + 120_000);
  await asked.workAt(SEVEN + 120_000);
  expect(asked.emails.map(({ subject }) => subject)).toEqual(["Dienstag, 24. November: keine Termine"]);
  expect(await free.outcomes()).toEqual([["provider-agenda", "2026-11-24", "There are no visits on this day."]]);
  for (const scene of [off, draft, newcomer]) expect([await scene.outcomes(), await scene.messages()]).toEqual([[], []]);
});

test("on Friday at noon, once: no hours is told, an empty week is told, a week with visits or on leave is not", async () => {
  const never = await provider({ weekly: [] });
  const empty = await provider();
  const busy = await provider();
  const away = await provider();
  const off = await provider({ provider: { weekPromptByEmail: false }, weekly: [] });
  await buildBooking(database.db, busy.built, { startsAt: "2026-12-03T09:00:00Z" });
  await database.db.availabilityException.create({ data: { id: crypto.randomUUID(), providerId: away.built.providerId, kind: "CLOSED", fromDate: new Date("2026-11-28"), toDate: new Date("2026-12-06") } });
  await never.sweepAt(FRIDAY_NOON - 60_000);
  await Promise.all([never.sweepAt(FRIDAY_NOON), never.sweepAt(FRIDAY_NOON)]);
  await never.workAt(FRIDAY_NOON);
  await never.sweepAt(FRIDAY_NOON + 20 * HOUR);
  await never.workAt(FRIDAY_NOON + 20 * HOUR);
  const mine = (scene: Awaited<ReturnType<typeof provider>>) => scene.messages().then((messages) => messages.filter(({ template }) => template === "provider-week"));
  expect(await mine(never)).toMatchObject([{ state: "SENT" }]);
  expect(await mine(empty)).toMatchObject([{ state: "SENT" }]);
  for (const scene of [busy, away, off]) expect(await mine(scene)).toEqual([]);
  const word = never.emails.filter(({ to }) => to === `provider-${never.built.providerSlug.slice(3)}@example.test`);
  expect(word.map(({ subject }) => subject)).toEqual(["Next week has no open hours"]);
});

test("only the system plans by the clock", async () => {
  const scene = await provider();
  await expect(noteProviderNotices(actingAs(scene.appAt(SEVEN), { kind: "guest", id: "x" }))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});
