import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { callAnswer, callRest, countRows } from "@tests/support/rest-client";
import { endpoints } from "@/server/rest/endpoints";
import { startIn } from "@tests/support/start-in";
import { book, bookingBody, hold, holdBody } from "./rest-requests";

let database: TestDatabase;
let built: BuiltProvider;
beforeAll(async () => {
  database = await openContainerDatabase();
  built = await buildProvider(database.db);
});
afterAll(() => database.destroy());

describe("reading", () => {
  test("providers come with their services and soonest time, and nothing more than that", async () => {
    const { items } = await callAnswer(endpoints.listProviders, "/providers?query=&speciality=general%20practice&language=en&mode=online&limit=5");
    const found = items.find((item) => item.slug === built.providerSlug);
    expect(found).toMatchObject({ name: "Dr Test", timeZone: "Europe/Berlin", services: [{ slug: "consultation", durationMinutes: 30, modes: ["IN_PERSON", "ONLINE"], price: { amount: 5000, currency: "EUR" } }] });
    expect(found?.nextAvailable).toMatch(/Z$/);
    expect((await callAnswer(endpoints.listProviders, "/providers?query=nobody-of-this-name")).items).toEqual([]);
  });

  test("pages of providers follow each other", async () => {
    await buildProvider(database.db);
    const first = await callAnswer(endpoints.listProviders, "/providers?limit=1");
    const second = await callAnswer(endpoints.listProviders, `/providers?limit=1&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    expect(first.items).toHaveLength(1);
    expect(second.items[0]?.slug).not.toBe(first.items[0]?.slug);
  });

  test("availability gives starts in the asked zone; browsers ask again, shared caches keep nothing", async () => {
    const day = startIn(3).slice(0, 10);
    const path = `/availability?provider=${built.providerSlug}&service=consultation&from=${day}&to=${day}&timeZone=Europe/London`;
    const { slots, timeZone } = await callAnswer(endpoints.findSlots, path);
    expect(timeZone).toBe("Europe/London");
    expect(slots).toHaveLength(16);
    expect(slots.map((slot) => slot.startsAt)).toContain(startIn(3));
    expect((await callRest(path)).headers.get("cache-control")).toBe("private, max-age=0");
    expect((await callRest("/providers")).headers.get("cache-control")).toBe("private, max-age=0");
  });
});

test("the patient is written to in the language of the body, else of Accept-Language, else of nobody's choosing", async () => {
  const languageOf = async (body: object, headers: Record<string, string>) => {
    const held = await hold(await buildProvider(database.db), startIn(5));
    await callAnswer(endpoints.createBooking, "/bookings", { method: "POST", body: { ...bookingBody(held), ...body }, headers });
    return (await database.db.booking.findUniqueOrThrow({ where: { id: held.holdId }, select: { language: true } })).language;
  };
  expect(await languageOf({}, { "accept-language": "nl, de-AT;q=0.9, en;q=0.5" })).toBe("de");
  expect(await languageOf({ language: "fr-CA" }, { "accept-language": "de" })).toBe("fr");
  expect(await languageOf({}, { "accept-language": "*" })).toBeNull();
});

test("a booking is held, made, read, moved and cancelled, all through the API", async () => {
  const held = await hold(built, startIn(4));
  expect(held).toMatchObject({ startsAt: startIn(4), endsAt: startIn(4, "12:30") });
  const made = await callRest("/bookings", { method: "POST", body: bookingBody(held) });
  expect(made.headers.get("cache-control")).toBe("no-store");
  const booked = endpoints.createBooking.answer.parse(made.json);
  const { manageToken, manageUrl, ...shown } = booked;
  expect(shown).toMatchObject({ status: "CONFIRMED", startsAt: startIn(4), timeZone: "Europe/London", provider: built.providerSlug, service: "consultation", meet: { url: null } });
  expect(manageUrl).toBe(`http://localhost:3000/m/${manageToken}`);
  expect(JSON.stringify(made.json)).not.toContain("rash");
  expect(await database.db.booking.findUniqueOrThrow({ where: { id: held.holdId }, select: { source: true } })).toEqual({ source: "API" });

  const path = `/bookings/${shown.reference}`;
  expect((await callRest(path, { token: manageToken })).json).toEqual(shown);
  expect((await callRest(`/bookings/${shown.reference.toLowerCase().replace("-", "%20")}`, { token: manageToken })).json).toEqual(shown);

  const moved = await callAnswer(endpoints.rescheduleBooking, `${path}/reschedule`, { method: "POST", token: manageToken, body: { startsAt: startIn(5) } });
  expect(moved).toEqual({ ...shown, startsAt: startIn(5), endsAt: startIn(5, "12:30") });
  expect((await callRest(path, { token: manageToken })).json).toEqual(moved);

  const cancelled = await callAnswer(endpoints.cancelBooking, `${path}/cancel`, { method: "POST", token: manageToken });
  expect(cancelled).toMatchObject({ reference: shown.reference, status: "CANCELLED" });
  expect((await callRest(`${path}/cancel`, { method: "POST", token: manageToken, body: { reason: "again" } })).json).toMatchObject({ status: 409, code: "STATUS_CONFLICT" });
});

test("a cancellation may carry a note", async () => {
  const booked = await book(built, startIn(6));
  await callAnswer(endpoints.cancelBooking, `/bookings/${booked.reference}/cancel`, { method: "POST", token: booked.manageToken, body: { reason: "I am better" } });
  expect(await database.db.booking.findFirstOrThrow({ where: { reference: booked.reference }, select: { cancellationNote: true } })).toEqual({ cancellationNote: "I am better" });
});

describe("the bearer", () => {
  test("without or with a bad token is told to authenticate, and nothing changes", async () => {
    const { reference } = await book(built, startIn(7));
    const before = await countRows(database);
    for (const [method, path] of [["GET", ""], ["POST", "/cancel"], ["POST", "/reschedule"]] as const) {
      const body = path === "/reschedule" ? { startsAt: startIn(8) } : undefined;
      const without = await callRest(`/bookings/${reference}${path}`, { method, body });
      expect(without.json).toMatchObject({ status: 401, code: "NOT_AUTHENTICATED" });
      expect(without.headers.get("www-authenticate")).toBe("Bearer");
      expect((await callRest(`/bookings/${reference}${path}`, { method, body, token: "x".repeat(43) })).json).toMatchObject({ status: 401, code: "LINK_INVALID" });
      expect((await callRest(`/bookings/${reference}${path}`, { method, body, headers: { authorization: "Basic eDp5" } })).status).toBe(401);
    }
    expect(await countRows(database)).toEqual(before);
  });

  test("of another booking learns nothing: the same answer as for no booking at all", async () => {
    const mine = await book(built, startIn(9));
    const theirs = await book(built, startIn(10));
    const before = await countRows(database);
    for (const [method, path] of [["GET", ""], ["POST", "/cancel"], ["POST", "/reschedule"]] as const) {
      const body = path === "/reschedule" ? { startsAt: startIn(11) } : undefined;
      const answers = await Promise.all([theirs.reference, "ZZZZ-ZZZZ"].map((reference) => callRest(`/bookings/${reference}${path}`, { method, body, token: mine.manageToken })));
      const [existing, missing] = answers.map(({ json }) => ({ ...Object(json), requestId: "" }));
      expect(existing).toMatchObject({ status: 404, code: "NOT_FOUND" });
      expect(existing).toEqual(missing);
    }
    expect(await countRows(database)).toEqual(before);
    expect(await callAnswer(endpoints.getBooking, `/bookings/${theirs.reference}`, { token: theirs.manageToken })).toMatchObject({ status: "CONFIRMED" });
  });

  test("is the only one who acts: a session cookie means nothing here", async () => {
    const user = await database.db.user.create({ data: { id: uuidv7(), email: "signed-in@example.test" } });
    await database.db.session.create({ data: { id: uuidv7(), sessionToken: "a-session", userId: user.id, expires: new Date(Date.now() + 3_600_000) } });
    const headers = { cookie: "next-auth.session-token=a-session" };
    const { reference } = await book(built, startIn(12), { headers });
    const row = await database.db.booking.findFirstOrThrow({ where: { reference }, select: { id: true, patient: { select: { userId: true } } } });
    expect(row.patient?.userId).toBeNull();
    expect(await database.db.auditEntry.findFirstOrThrow({ where: { subjectId: row.id, action: "booking.confirm" }, select: { actorKind: true } })).toEqual({ actorKind: "guest" });
    expect((await callRest(`/bookings/${reference}/cancel`, { method: "POST", headers })).status).toBe(401);
  });
});

test("a time that is taken is refused with the nearest free ones", async () => {
  await hold(built, startIn(13));
  const { json } = await callRest("/holds", { method: "POST", body: holdBody(built, startIn(13)) });
  expect(json).toMatchObject({ status: 409, code: "SLOT_TAKEN", title: "Slot taken", type: "urn:medbookings:problem:slot-taken", fields: [] });
  expect(json).toHaveProperty("alternatives.0.startsAt");
});

test("a hold cannot be confirmed by whoever knows its id alone", async () => {
  const held = await hold(built, startIn(14));
  const before = await countRows(database);
  expect((await callRest("/bookings", { method: "POST", body: bookingBody({ ...held, holdToken: "y".repeat(43) }) })).json).toMatchObject({ status: 403, code: "HOLD_INVALID" });
  expect(await countRows(database)).toEqual(before);
});
