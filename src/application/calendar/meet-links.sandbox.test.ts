import { expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import type { Actor } from "@/application/shared/actor";
import type { AppContext } from "@/application/shared/context";
import type { CalendarPort, EventDraft } from "@/application/shared/ports";
import { getVisitByLink } from "@/application/visits/get-visit";
import { createMeetSpace } from "./create-meet-space";
import { getMeetLinkForBooking } from "./get-meet-link";
import { pushBookingToCalendar } from "./push-booking-to-calendar";
import { regenerateMeetLink } from "./regenerate-meet-link";
import { requestCalendarUpdate } from "./request-calendar-update";
import { retryMeetLinks } from "./retry-meet-links";

const ACCOUNT = "amara.okafor@example.com";
const { database, google } = await openGoogle();

const as = (actor: Actor): AppContext => testContext(database, { actor, now: () => Date.now(), ports: google.ports });
const system = () => as({ kind: "system", job: "test" });
const provider = (built: BuiltProvider) => as({ kind: "user", userId: built.userId, email: "", name: null, isAdministrator: false, providerId: built.providerId, memberships: [] });

async function askedVisit(receivesBookings: boolean) {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId: ACCOUNT, receivesBookings } });
  const visit = await buildVisit(database.db, built);
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  return { built, visit };
}

test("a provider without a writing calendar gets a Meet space, made once and announced", async () => {
  const { built, visit } = await askedVisit(false);
  await google.fault({ match: "/v2/spaces", times: 1, status: 503 });
  await expect(createMeetSpace(system(), visit.seriesId)).rejects.toMatchObject({ failure: { kind: "transient" } });
  await createMeetSpace(system(), visit.seriesId);
  await createMeetSpace(system(), visit.seriesId);
  expect((await google.requests()).filter((request) => request.path.startsWith("/v2/spaces") && request.status === 200)).toHaveLength(1);
  const link = await getMeetLinkForBooking(provider(built), { reference: visit.reference });
  expect(link).toMatchObject({ status: "ready", problem: null });
  expect(link.url).toMatch(/^https:\/\/meet\.google\.com\//);
  const { rows } = await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`announce:${visit.id}:1:meet-ready`]);
  expect(rows).toHaveLength(1);
});

test("only participants see a link, and only staff see why there is none", async () => {
  const { built, visit } = await askedVisit(true);
  await database.db.meetLink.update({ where: { seriesId: visit.seriesId }, data: { state: "FAILED", lastError: "Google could not make a Meet link." } });
  const input = { reference: visit.reference };
  expect(await getMeetLinkForBooking(provider(built), input)).toEqual({ status: "failed", url: null, problem: "Google could not make a Meet link." });
  const seen = await getVisitByLink(as({ kind: "link", linkId: "l", seriesId: visit.seriesId }));
  expect(seen).toMatchObject({ link: "failed", url: null });
  expect(JSON.stringify(seen)).not.toContain("Google");
  const stranger = provider(await buildProvider(database.db));
  await expect(getMeetLinkForBooking(stranger, input)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(regenerateMeetLink(stranger, input)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getVisitByLink(stranger)).rejects.toMatchObject({ code: "LINK_INVALID" });
  const administrator = as({ kind: "user", userId: built.userId, email: "", name: null, isAdministrator: true, providerId: null, memberships: [] });
  await expect(getMeetLinkForBooking(administrator, input)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getMeetLinkForBooking(as({ kind: "guest", id: "g" }), input)).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  expect(await getVisitByLink(as({ kind: "link", linkId: "l", seriesId: visit.seriesId }))).toMatchObject({ door: "off", link: "none" });
});

test("a link that failed at Google is asked for again under another id, a link that is ready is not", async () => {
  const { built, visit } = await askedVisit(true);
  const drafts: Pick<EventDraft, "conferenceRequestId">[] = [];
  const { calendar } = google.ports;
  const failing: CalendarPort = {
    ...calendar,
    insertEvent: async (token, calendarId, draft) => {
      drafts.push(draft);
      return { ...(await calendar.insertEvent(token, calendarId, draft)), meet: { state: "failed", url: null } };
    },
    getEvent: async (...call) => ({ ...(await calendar.getEvent(...call)), meet: { state: "failed", url: null } }),
    patchEvent: (token, calendarId, draft, etag) => {
      drafts.push(draft);
      return calendar.patchEvent(token, calendarId, draft, etag);
    },
  };
  const app = { ...system(), ports: { ...system().ports, calendar: failing } };
  await pushBookingToCalendar(app, visit.seriesId);
  await google.fault({ match: "/v2/spaces", times: 1, status: 403, reason: "forbidden" });
  await createMeetSpace(app, visit.seriesId);
  expect(await getMeetLinkForBooking(provider(built), { reference: visit.reference })).toMatchObject({ status: "failed" });

  expect(await regenerateMeetLink(provider(built), { reference: visit.reference })).toMatchObject({ status: "pending" });
  await pushBookingToCalendar(app, visit.seriesId);
  const [first, second] = drafts.map((draft) => draft.conferenceRequestId);
  expect(first).not.toBeNull();
  expect(second).not.toBeNull();
  expect(second).not.toBe(first);

  await database.db.meetLink.update({ where: { seriesId: visit.seriesId }, data: { state: "READY", url: "https://meet.google.com/kept" } });
  expect(await regenerateMeetLink(provider(built), { reference: visit.reference })).toMatchObject({ status: "ready", url: "https://meet.google.com/kept" });
  await pushBookingToCalendar(app, visit.seriesId);
  expect(drafts.at(-1)?.conferenceRequestId).toBeNull();
});

test("an account that did not allow Meet makes no links, says so, and keeps its calendar at work", async () => {
  const { built, visit } = await askedVisit(false);
  await database.db.calendarConnection.updateMany({ where: { providerId: built.providerId }, data: { scopes: [] } });
  await google.clearRequests();
  await createMeetSpace(system(), visit.seriesId);
  expect(await google.requests()).toEqual([]);
  expect(await getMeetLinkForBooking(provider(built), { reference: visit.reference })).toMatchObject({ status: "failed", problem: expect.stringContaining("not allowed") });
  expect(await database.db.calendarConnection.findFirst({ where: { providerId: built.providerId } })).toMatchObject({ status: "ACTIVE" });
});

test("links that failed are asked for again by themselves, the nearer the visit the sooner", async () => {
  await database.db.meetLink.deleteMany();
  const { built, visit } = await askedVisit(true);
  const startsAt = visit.startsAt.getTime();
  const fail = (at: number) => database.db.meetLink.update({ where: { seriesId: visit.seriesId }, data: { state: "FAILED", lastError: "Google made no Meet link within two minutes.", updatedAt: new Date(at) } });
  const retryAt = (at: number) => retryMeetLinks({ ...system(), clock: { now: () => at } });
  for (const [before, pause] of [[30 * 86_400_000, 12 * 3_600_000], [20 * 3_600_000, 3_600_000], [3_600_000, 600_000]] as const) {
    const now = startsAt - before;
    await fail(now - pause);
    expect(await retryAt(now)).toBe(0);
    expect(await retryAt(now + 1)).toBe(1);
  }
  expect(await getMeetLinkForBooking(provider(built), { reference: visit.reference })).toMatchObject({ status: "pending" });
  await fail(startsAt - 7 * 86_400_000);
  await database.db.calendarConnection.updateMany({ where: { providerId: built.providerId }, data: { status: "RECONNECT_NEEDED" } });
  expect(await retryAt(startsAt - 60_000)).toBe(0);
  await database.db.calendarConnection.updateMany({ where: { providerId: built.providerId }, data: { status: "ACTIVE" } });
  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  expect(await retryAt(startsAt - 60_000)).toBe(0);
});
