import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { POST, GET } from "@/app/api/trpc/[trpc]/route";
import { getContainer } from "@/server/container";
import { createCaller } from "@/server/trpc/root";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { providerActor } from "@tests/support/booking-requests";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";

let database: TestDatabase;
let built: BuiltProvider;
beforeAll(async () => {
  database = await openContainerDatabase();
  built = await buildProvider(database.db);
});
afterAll(() => database.destroy());

const Refusal = z.object({ error: z.object({ data: z.object({ code: z.string(), fields: z.array(z.object({ field: z.string(), message: z.string() })) }) }) });
const post = (path: string, body: string) => POST(new Request(`http://localhost:3000/api/trpc/${path}`, { method: "POST", body, headers: { "content-type": "application/json" } }));
const get = (path: string, input: unknown) => GET(new Request(`http://localhost:3000/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`));

async function refusedFields(response: Response): Promise<string[]> {
  const { error } = Refusal.parse(await response.json());
  expect(error.data.code).toBe("VALIDATION_FAILED");
  expect(response.status).toBe(422);
  return error.data.fields.map(({ field }) => field);
}

test.each(["\u0000", "\ud800", "a\udc00b"])("text that the database cannot hold (%j) is refused by its field", async (text) => {
  expect(await refusedFields(await get("providers.search", { query: text }))).toEqual(["query"]);
  expect(await refusedFields(await post("bookings.cancelByLink", JSON.stringify({ manageToken: "t".repeat(43), reason: text })))).toEqual(["reason"]);
});

test("input nested without end, and a body that is no JSON, are the caller's to mend", async () => {
  expect((await post("bookings.hold", `{"provider":${"[".repeat(50_000)}${"]".repeat(50_000)}}`)).status).toBe(422);
  expect(await refusedFields(await post("bookings.hold", "{"))).toEqual(["(body)"]);
});

test("a body longer than any lawful one is not read to its end", async () => {
  expect((await post("bookings.hold", JSON.stringify({ provider: "a".repeat(300_000) }))).status).toBe(413);
});

test("what is asked of a clinic is refused by its fields", async () => {
  const wish = { organization: "Not A Slug", service: "consultation", mode: "ONLINE" };
  expect(await refusedFields(await post("clinics.get", JSON.stringify({ organization: "x", colour: "red" })))).toEqual(["colour"]);
  expect(await refusedFields(await get("clinics.anySlots", { ...wish, mode: "SMOKE", from: "2026-11-24", to: "2026-11-25", timeZone: "UTC" }))).toEqual(["organization", "mode"]);
  expect(await refusedFields(await post("clinics.holdAny", JSON.stringify({ ...wish, startsAt: "2026-11-24T15:30", provider: "dr-me" })))).toEqual(["organization", "startsAt", "provider"]);
});

const asProvider = () => createCaller({ app: getContainer().contextFor(providerActor(built), "test") });

test.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"])("the instant %s, which no calendar of ours holds, is refused", async (instant) => {
  await expect(asProvider().bookings.list({ from: instant, limit: 1 })).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
});

test.each([["0000-01-01", "0000-01-02"], ["9999-12-30", "9999-12-31"], ["2026-02-30", "2026-03-01"]])("days from %s are refused", async (from, to) => {
  await expect(asProvider().schedule.range({ from, to })).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
});

test.each(["2026-02-31T10:00", "0000-01-01T10:00", "2026-13-01T10:00"])("the local time %s does not exist", async (localStart) => {
  await expect(asProvider().schedule.checkTime({ service: built.serviceSlug, localStart })).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
});
