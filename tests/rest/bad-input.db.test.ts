import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { callRest, countRows, type RestRequest } from "@tests/support/rest-client";
import { Problem } from "@/server/rest/problem";
import { startIn } from "@tests/support/start-in";
import { anyHoldBody, book, bookingBody, hold, holdBody } from "./rest-requests";

let database: TestDatabase;
let built: BuiltProvider;
let clinic: string;
let held: Awaited<ReturnType<typeof hold>>;
let booked: Awaited<ReturnType<typeof book>>;
beforeAll(async () => {
  database = await openContainerDatabase();
  built = await buildProvider(database.db);
  clinic = (await database.db.organization.findUniqueOrThrow({ where: { id: built.organizationId } })).slug;
  held = await hold(built, startIn(3));
  booked = await book(built, startIn(4));
});
afterAll(() => database.destroy());

/** Calls, expects a refusal of these fields (each with a sentence) and nothing written. */
async function refuses(path: string, request: RestRequest, fields: string[], status = 422): Promise<void> {
  await refusal(path, request, fields, status);
}

async function refusal(path: string, request: RestRequest, fields: string[], status: number): Promise<Problem> {
  const before = await countRows(database);
  const { json } = await callRest(path, request);
  expect(json).toMatchObject({ status, code: "VALIDATION_FAILED" });
  const problem = Problem.parse(json);
  expect(problem.fields.map(({ field }) => field)).toEqual(fields);
  for (const { message } of problem.fields) expect(message).toMatch(/^(must|is|an e-mail address or) /);
  expect(await countRows(database)).toEqual(before);
  return problem;
}

describe("queries", () => {
  const availability = (changes: Record<string, string>) => {
    const all = { provider: built.providerSlug, service: "consultation", from: startIn(3).slice(0, 10), to: startIn(3).slice(0, 10), timeZone: "Europe/London", ...changes };
    return `/availability?${new URLSearchParams(all).toString()}`;
  };

  test.each([
    ["/providers?limit=0", "limit"],
    ["/providers?limit=51", "limit"],
    ["/providers?limit=some", "limit"],
    ["/providers?mode=telepathy", "mode"],
    ["/providers?colour=red", "colour"],
    ["/providers?query=a&query=b", "query"],
    ["/providers?query=%00", "query"],
    [`/providers?query=${"a".repeat(101)}`, "query"],
    ["/providers?__proto__=x", "__proto__"],
    ["/openapi.json?v=1", "v"],
  ])("%s names %s", (path, field) => refuses(path, {}, [field]));

  test("availability needs all five, and each empty one is absent", async () => {
    const problem = await refusal("/availability?provider=", {}, ["provider", "service", "from", "to", "timeZone"], 422);
    expect(problem.fields[0]?.message).toBe("is required");
  });

  test.each([
    [{ from: "2026-13-01" }, "from"],
    [{ from: "2027-02-30", to: "2027-03-15" }, "from"],
    [{ from: "tomorrow" }, "from"],
    [{ to: "2020-01-01" }, "to"],
    [{ to: "2099-01-01" }, "to"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ timeZone: "+02:00" }, "timeZone"],
    [{ provider: "../etc" }, "provider"],
    [{ limit: "5" }, "limit"],
  ])("availability with %j names %s", (changes, field) => refuses(availability(changes), {}, [field]));

  test("what does not exist is not found", async () => {
    expect((await callRest(availability({ provider: "nobody" }))).json).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect((await callRest(availability({ service: "nothing" }))).json).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });
});

describe("holds", () => {
  test.each([
    [{ provider: undefined }, ["provider"]],
    [{ provider: 7, service: "Not A Slug" }, ["provider", "service"]],
    [{ startsAt: "2026-11-24T15:30" }, ["startsAt"]],
    [{ startsAt: "2026-11-24" }, ["startsAt"]],
    [{ startsAt: 1764000000000 }, ["startsAt"]],
    [{ startsAt: { $gt: "" } }, ["startsAt"]],
    [{ mode: "SMOKE" }, ["mode"]],
    [{ mode: "PHONE" }, ["mode"]],
    [{ mode: ["ONLINE"] }, ["mode"]],
    [{ price: 0 }, ["price"]],
    [{ provider: { $ne: null } }, ["provider"]],
    [JSON.parse('{"__proto__": {"isAdmin": true}}') as object, ["__proto__"]],
  ])("%j names %j", (changes, fields) => refuses("/holds", { method: "POST", body: JSON.stringify(Object.fromEntries([...Object.entries(holdBody(built)), ...Object.entries(changes)])) }, fields));

  test("a query is refused like any unknown field", () => refuses("/holds?dryRun=true", { method: "POST", body: holdBody(built) }, ["dryRun"]));

  test("a time outside the hours, in the past or too far ahead is refused with alternatives", async () => {
    const before = await countRows(database);
    for (const [startsAt, code] of [[startIn(3, "03:00"), "SLOT_NOT_OFFERED"], ["2020-01-01T10:00:00Z", "SLOT_NOT_OFFERED"], [startIn(300), "BEYOND_HORIZON"]]) {
      const { json } = await callRest("/holds", { method: "POST", body: holdBody(built, startsAt) });
      expect(json).toMatchObject({ status: 409 });
      expect([code, "NOTICE_TOO_SHORT"]).toContain(Problem.parse(json).code);
      expect(json).toHaveProperty("alternatives.0.startsAt");
    }
    expect(await countRows(database)).toEqual(before);
  });
});

describe("whoever is free at a clinic", () => {
  const availability = (changes: Record<string, string>) => `/availability/any?${new URLSearchParams({ organization: clinic, service: "consultation", from: startIn(3).slice(0, 10), to: startIn(3).slice(0, 10), timeZone: "Europe/London", ...changes })}`;

  test.each([
    [{ organization: "" }, ["organization"]],
    [{ organization: "Not A Slug", service: "../etc" }, ["organization", "service"]],
    [{ location: "Berlin Mitte" }, ["location"]],
    [{ mode: "telepathy" }, ["mode"]],
    [{ from: "2027-02-30", to: "2027-03-15" }, ["from"]],
    [{ to: "2020-01-01" }, ["to"]],
    [{ to: "2099-01-01" }, ["to"]],
    [{ timeZone: "Mars/Olympus" }, ["timeZone"]],
    [{ provider: "amara-okafor" }, ["provider"]],
  ])("times with %j name %j", (changes, fields) => refuses(availability(changes), {}, fields));

  test.each([
    [{ organization: undefined }, ["organization"]],
    [{ organization: { $ne: null }, service: 7 }, ["organization", "service"]],
    [{ location: null }, ["location"]],
    [{ startsAt: "2026-11-24T15:30" }, ["startsAt"]],
    [{ startsAt: { $gt: "" } }, ["startsAt"]],
    [{ mode: "SMOKE" }, ["mode"]],
    [{ mode: "PHONE" }, ["mode"]],
    [{ provider: "amara-okafor" }, ["provider"]],
    [{ price: 0 }, ["price"]],
  ])("a hold with %j names %j", (changes, fields) => refuses("/holds/any", { method: "POST", body: { ...anyHoldBody(clinic), ...changes } }, fields));

  test("a clinic, a location or a service that does not exist is not found, and nothing is held", async () => {
    const before = await countRows(database);
    for (const [field, value] of [["organization", "nowhere"], ["location", "elsewhere"], ["service", "nothing"]] as const) {
      expect((await callRest(availability({ [field]: value }))).json).toMatchObject({ status: 404, code: "NOT_FOUND" });
      expect((await callRest("/holds/any", { method: "POST", body: { ...anyHoldBody(clinic), [field]: value } })).json).toMatchObject({ status: 404, code: "NOT_FOUND" });
    }
    expect(await countRows(database)).toEqual(before);
  });

  test("a time outside the hours, in the past or too far ahead is refused, with alternatives where there are some near", async () => {
    const before = await countRows(database);
    for (const startsAt of [startIn(3, "03:00"), "2020-01-01T10:00:00Z"]) {
      const { json } = await callRest("/holds/any", { method: "POST", body: anyHoldBody(clinic, startsAt) });
      expect(json).toMatchObject({ status: 409, code: "SLOT_TAKEN" });
      expect(json).toHaveProperty("alternatives.0.startsAt");
    }
    expect((await callRest("/holds/any", { method: "POST", body: anyHoldBody(clinic, startIn(300)) })).json).toMatchObject({ status: 409 });
    expect(await countRows(database)).toEqual(before);
  });
});

describe("bookings", () => {
  const patient = { name: "Ada Example", email: "ada@example.test" };
  test.each([
    [{ holdId: "1" }, ["holdId"]],
    [{ holdToken: "short" }, ["holdToken"]],
    [{ patient: null }, ["patient"]],
    [{ patient: [] }, ["patient"]],
    [{ patient: { name: "Ada" } }, ["patient.email"]],
    [{ patient: { ...patient, name: "" } }, ["patient.name"]],
    [{ patient: { ...patient, name: "Ada\r\nBcc: all@example.test" } }, ["patient.name"]],
    [{ patient: { ...patient, name: "Ada\u0000" } }, ["patient.name"]],
    [{ patient: { ...patient, name: "\ud800" } }, ["patient.name"]],
    [{ patient: { ...patient, name: { $gt: "" } } }, ["patient.name"]],
    [{ patient: { ...patient, email: "not an address" } }, ["patient.email"]],
    [{ patient: { ...patient, phone: "12" } }, ["patient.phone"]],
    [{ patient: { ...patient, userId: "1" } }, ["patient.userId"]],
    [{ reason: "a".repeat(2001) }, ["reason"]],
    [{ timeZone: undefined }, ["timeZone"]],
    [{ timeZone: "Mars/Olympus" }, ["timeZone"]],
    [{ channels: ["PIGEON"] }, ["channels.0"]],
    [{ channels: "EMAIL" }, ["channels"]],
    [{ channels: ["SMS"] }, ["patient.phone"]],
    [{ status: "CONFIRMED" }, ["status"]],
  ])("%j names %j", (changes, fields) => refuses("/bookings", { method: "POST", body: { ...bookingBody(held), ...changes } }, fields));

  test.each([["two words"], ["naïve"], ["a".repeat(256)], [""]])("the key %j is refused by name", (key) =>
    refuses("/bookings", { method: "POST", body: bookingBody(held), headers: { "idempotency-key": key } }, ["Idempotency-Key"]),
  );

  test.each([
    ["/cancel", { reason: 5 }, ["reason"]],
    ["/cancel", { reason: "a".repeat(501) }, ["reason"]],
    ["/cancel", { reason: "a\u0000" }, ["reason"]],
    ["/cancel", { reference: "ZZZZ-ZZZZ" }, ["reference"]],
    ["/cancel", null, ["(body)"]],
    ["/reschedule", {}, ["startsAt"]],
    ["/reschedule", { startsAt: "soon" }, ["startsAt"]],
    ["/reschedule", { startsAt: startIn(5), override: { reason: "mine" } }, ["override"]],
  ])("%s with %j names %j", (path, body, fields) => refuses(`/bookings/${booked.reference}${path}`, { method: "POST", token: booked.manageToken, body }, fields));

  test("moving to the time it already has is refused", () =>
    refuses(`/bookings/${booked.reference}/reschedule`, { method: "POST", token: booked.manageToken, body: { startsAt: booked.startsAt } }, ["startsAt"]));

  test("a reference that cannot be one is not found or refused by name", async () => {
    expect((await callRest("/bookings/%E0%A4%A", { token: booked.manageToken })).status).toBe(404);
    await refuses(`/bookings/${"A".repeat(21)}`, { token: booked.manageToken }, ["reference"]);
  });
});

describe("bodies", () => {
  const posts = ["/holds", "/holds/any", "/bookings"];
  test.each(posts)("%s: what is not JSON is 400", async (path) => {
    for (const body of ["{", "", "not json", "{'a':1}", '{"a":1}}']) await refuses(path, { method: "POST", body }, ["(body)"], 400);
  });
  test.each(posts)("%s: JSON that is no object is 422", async (path) => {
    for (const body of ["[]", "null", '"text"', "7", "[".repeat(30_000) + "]".repeat(30_000)]) await refuses(path, { method: "POST", body }, ["(body)"]);
  });
  test.each(posts)("%s: another content type is 415, more than 64 kB is 413", async (path) => {
    const before = await countRows(database);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "multipart/form-data; boundary=x"]) {
      const { json } = await callRest(path, { method: "POST", body: "{}", headers: { "content-type": type } });
      expect(json).toMatchObject({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
    }
    const { json } = await callRest(path, { method: "POST", body: { reason: "a".repeat(65_536) } });
    expect(json).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
    expect(await countRows(database)).toEqual(before);
  });
});

describe("addresses and methods", () => {
  test.each([["/providers", "POST", "GET, HEAD, OPTIONS"], ["/holds", "GET", "POST, OPTIONS"], ["/holds/any", "PUT", "POST, OPTIONS"], ["/availability/any", "POST", "GET, HEAD, OPTIONS"], ["/bookings", "DELETE", "POST, OPTIONS"], ["/bookings/X", "PATCH", "GET, HEAD, OPTIONS"], ["/bookings/X/cancel", "GET", "POST, OPTIONS"], ["/bookings/X/reschedule", "PUT", "POST, OPTIONS"]] as const)(
    "%s does not take %s",
    async (path, method, allow) => {
      const { json, headers } = await callRest(path, { method });
      expect(json).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
      expect(headers.get("allow")).toBe(allow);
    },
  );

  test("an unknown address is a problem too", async () => {
    for (const path of ["/", "/nothing", "/bookings/X/approve"]) expect((await callRest(path)).json).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect((await callRest("/nothing", { method: "POST", body: {} })).status).toBe(404);
  });

  test("any origin may ask, without credentials", async () => {
    const { status, headers } = await callRest("/bookings", { method: "OPTIONS", headers: { origin: "https://elsewhere.example", "access-control-request-method": "POST" } });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST");
    expect(headers.get("access-control-allow-headers")).toBe("authorization, content-type, idempotency-key");
    expect(headers.has("access-control-allow-credentials")).toBe(false);
  });
});
