import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { actingAs, type AppContext } from "@/application/shared/context";
import { getVisitByLink } from "@/application/visits/get-visit";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { createMeetSpace } from "./create-meet-space";
import { GiveMeetLinkInput } from "./calendar-schemas";
import { giveMeetLink } from "./give-meet-link";
import { getMeetLinkForBooking } from "./get-meet-link";
import { regenerateMeetLink } from "./regenerate-meet-link";
import { requestCalendarUpdate } from "./request-calendar-update";

const ACCOUNT = "amara.okafor@example.com";
let ahead = 0;
const { database, google } = await openGoogle({}, { timeoutMs: 20_000 });
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now() + ahead, ports: google.ports });

beforeEach(async () => {
  await google.clearFaults();
  await google.clearRequests();
});

/** An online visit in a calendar of its own that treats Meet links in this way. */
async function visitWhere(mode: "refused" | "failing") {
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  await google.conferences(ACCOUNT, externalId, mode);
  await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  const visit = await buildVisit(database.db, built, { startsAt: new Date(Date.now() + 30 * 86_400_000) });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  const owner = actingAs(app, { kind: "user", userId: built.userId, email: "", name: null, isAdministrator: false, providerId: built.providerId, memberships: [] });
  return {
    visit,
    owner,
    externalId,
    staffSees: () => getMeetLinkForBooking(owner, { reference: visit.reference }),
    patientSees: async () => (await getVisitByLink(actingAs(app, { kind: "link", linkId: "l", seriesId: visit.seriesId }))).link,
    event: async () => (await google.events(ACCOUNT, externalId)).find(({ id }) => id === eventIdOf(visit.seriesId)),
    announced: async () => (await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`announce:${visit.id}:1:meet-ready`])).rowCount,
  };
}

/** Links under way are asked for again a second later. */
async function work(): Promise<void> {
  await runJobs(app, { retries: true });
  ahead += 5_000;
  await runJobs(app, { retries: true });
}

const spacesMade = async () => (await google.requests()).filter(({ path, status }) => path.startsWith("/v2/spaces") && status === 200).length;

test.each(["failing", "refused"] as const)("a calendar whose Meet links are %s gets one space, on the event and for both sides, and further changes keep it", async (mode) => {
  const { visit, staffSees, patientSees, event, announced } = await visitWhere(mode);
  await work();
  const { url } = await staffSees();
  expect(await staffSees()).toMatchObject({ status: "ready", url: expect.stringMatching(/^https:\/\/meet\.google\.com\//), problem: null });
  expect(await patientSees()).toBe("ready");
  expect(await event()).toMatchObject({ status: "confirmed", hangoutLink: url });
  expect(await announced()).toBe(1);

  const [startsAt, endsAt] = [visit.startsAt, visit.endsAt].map((at) => new Date(at.getTime() + 3_600_000)) as [Date, Date];
  const moved = await database.db.booking.update({ where: { id: visit.id }, data: { startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt, version: 2 } });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, moved));
  await work();
  expect(await event()).toMatchObject({ hangoutLink: url });
  expect(Math.abs(Date.parse((await event())?.start.dateTime ?? "") - startsAt.getTime())).toBeLessThan(1_000);
  expect(await staffSees()).toMatchObject({ status: "ready", url });
  expect(await spacesMade()).toBe(1);
});

test("a worker that dies between making the space and writing it down leaves an unused space and one link", async () => {
  const { visit, staffSees, event, announced } = await visitWhere("refused");
  const { meet } = google.ports;
  let made = "";
  const dying: AppContext = { ...app, ports: { ...app.ports, meet: { createSpace: async (token) => {
    made = (await meet.createSpace(token)).url;
    throw new Error("killed");
  } } } };
  await expect(runJobs(dying)).rejects.toThrow("killed");
  expect(await staffSees()).toMatchObject({ status: "pending", url: null, problem: "This calendar allows no Meet links." });
  await createMeetSpace(app, visit.seriesId);
  await createMeetSpace(app, visit.seriesId);
  await work();
  const { url } = await staffSees();
  expect(url).not.toBe(made);
  expect(await event()).toMatchObject({ hangoutLink: url });
  expect(await spacesMade()).toBe(2);
  expect(await announced()).toBe(1);
});

test("a visit that is moved while its space is being made keeps its event, at its new time", async () => {
  const { visit, event } = await visitWhere("refused");
  const { meet } = google.ports;
  const [startsAt, endsAt] = [visit.startsAt, visit.endsAt].map((at) => new Date(at.getTime() + 86_400_000)) as [Date, Date];
  const moving: AppContext = { ...app, ports: { ...app.ports, meet: { createSpace: async (token) => {
    const space = await meet.createSpace(token);
    await database.db.booking.update({ where: { id: visit.id }, data: { status: "RESCHEDULED" } });
    const moved = await database.db.booking.create({ data: { ...visit, id: uuidv7(), startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt, version: 2 } });
    await database.db.$transaction((tx) => requestCalendarUpdate(tx, moved));
    return space;
  } } } };
  await runJobs(moving);
  await work();
  expect(await event()).toMatchObject({ status: "confirmed", hangoutLink: expect.stringMatching(/^https:\/\/meet/) });
  expect(Math.abs(Date.parse((await event())?.start.dateTime ?? "") - startsAt.getTime())).toBeLessThan(1_000);
});

test("where no space can be made either both sides see it, staff with the reasons; asked for anew it comes", async () => {
  const { visit, owner, staffSees, patientSees, event } = await visitWhere("refused");
  await google.fault({ match: "/v2/spaces", status: 403, reason: "forbidden" });
  await work();
  expect(await staffSees()).toMatchObject({ status: "failed", url: null, problem: expect.stringMatching(/^This calendar allows no Meet links\. A Meet room beside it could not be made either: /) });
  expect(await patientSees()).toBe("failed");
  expect(await event()).toMatchObject({ status: "confirmed" });
  await google.clearFaults();
  await regenerateMeetLink(owner, { reference: visit.reference });
  await work();
  expect(await staffSees()).toMatchObject({ status: "ready" });
  expect((await event())?.hangoutLink).toBe((await staffSees()).url);
});

test("a link that staff made elsewhere is taken where none could be made: the patient has it, the event's text too, and it stays", async () => {
  const { visit, owner, staffSees, patientSees, event, announced } = await visitWhere("refused");
  await google.fault({ match: "/v2/spaces", status: 403, reason: "forbidden" });
  await work();
  const url = "https://video.clinic.example/room/7";
  for (const wrong of ["http://video.clinic.example/7", "javascript:alert(1)", "room 7", `https://video.clinic.example/${"x".repeat(300)}`]) expect(GiveMeetLinkInput.safeParse({ reference: visit.reference, url: wrong }).success).toBe(false);
  const stranger = actingAs(app, { kind: "user", userId: crypto.randomUUID(), email: "", name: null, isAdministrator: false, providerId: crypto.randomUUID(), memberships: [] });
  await expect(giveMeetLink(stranger, { reference: visit.reference, url })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await giveMeetLink(owner, { reference: visit.reference, url })).toMatchObject({ status: "ready", url });
  await work();
  expect(await patientSees()).toBe("ready");
  expect(await event()).toMatchObject({ description: expect.stringContaining(`Video: ${url}`) });
  expect(await announced()).toBe(1);
  await expect(giveMeetLink(owner, { reference: visit.reference, url: "https://other.example/1" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  expect(await staffSees()).toMatchObject({ url });
});

test.each([
  ["of another kind", "https://video.clinic.example/room/7", 0],
  ["that Google does not take over", "https://meet.google.com/abc-defg-hij", 1],
])("a given link %s, which the event's text carries, is written once: nothing more while nothing differs, and no text with a move", async (_name, url, refusals) => {
  const { visit, owner, event, externalId } = await visitWhere("refused");
  await google.fault({ match: "/v2/spaces", status: 403, reason: "forbidden" });
  await work();
  await giveMeetLink(owner, { reference: visit.reference, url });
  if (refusals > 0) await google.fault({ match: "conferenceDataVersion", status: 400, reason: "invalid", times: refusals });
  await work();
  expect((await event())?.description).toContain(`Video: ${url}`);

  const written = async () => (await google.requests()).filter(({ path, method }) => path.includes("/events") && method !== "GET");
  await google.clearRequests();
  for (let again = 0; again < 3; again += 1) {
    await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
    await work();
  }
  expect(await written()).toEqual([]);

  await google.changeEvent(ACCOUNT, eventIdOf(visit.seriesId), { description: "Bring the scans." }, externalId);
  const [startsAt, endsAt] = [visit.startsAt, visit.endsAt].map((at) => new Date(at.getTime() + 3_600_000)) as [Date, Date];
  const moved = await database.db.booking.update({ where: { id: visit.id }, data: { startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt, version: { increment: 1 } } });
  await google.clearRequests();
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, moved));
  await work();
  expect(await written()).toHaveLength(1);
  expect(await event()).toMatchObject({ description: "Bring the scans.", status: "confirmed" });
  expect(Math.abs(Date.parse((await event())?.start.dateTime ?? "") - startsAt.getTime())).toBeLessThan(1_000);
});
