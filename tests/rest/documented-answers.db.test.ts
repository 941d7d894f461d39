import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { callRest, type RestAnswer } from "@tests/support/rest-client";
import { startIn } from "@tests/support/start-in";
import { anyHoldBody, book, bookingBody, hold, holdBody } from "./rest-requests";

let database: TestDatabase;
let built: BuiltProvider;
let schemas: Record<string, z.core.JSONSchema.JSONSchema>;
beforeAll(async () => {
  database = await openContainerDatabase();
  built = await buildProvider(database.db);
  const document = z.object({ components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }) }).parse((await callRest("/openapi.json")).json);
  schemas = document.components.schemas;
});
afterAll(() => database.destroy());

/** Reads the answer by what the published document says, knowing nothing of our own schemas. */
function expectDocumented(name: string, { json }: RestAnswer): void {
  const definitions = JSON.parse(JSON.stringify(schemas).replaceAll("#/components/schemas/", "#/$defs/")) as typeof schemas;
  const schema = z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: definitions });
  expect(schema.safeParse(json).error?.issues ?? []).toEqual([]);
  expect(schema.safeParse({}).success).toBe(false);
}

test("answers are what the published document says", async () => {
  const day = startIn(3).slice(0, 10);
  expectDocumented("ProviderList", await callRest("/providers"));
  expectDocumented("Availability", await callRest(`/availability?provider=${built.providerSlug}&service=consultation&from=${day}&to=${day}&timeZone=UTC`));
  const { slug: clinic } = await database.db.organization.findUniqueOrThrow({ where: { id: built.organizationId } });
  expectDocumented("AnyAvailability", await callRest(`/availability/any?organization=${clinic}&location=main&service=consultation&mode=online&from=${day}&to=${day}&timeZone=UTC`));
  expectDocumented("AnyHold", await callRest("/holds/any", { method: "POST", body: anyHoldBody(clinic, startIn(8)) }));
  expectDocumented("Problem", await callRest("/holds/any", { method: "POST", body: anyHoldBody(clinic, startIn(8)) }));
  expectDocumented("Hold", await callRest("/holds", { method: "POST", body: holdBody(built, startIn(4)) }));
  expectDocumented("BookingConfirmation", await callRest("/bookings", { method: "POST", body: bookingBody(await hold(built, startIn(5))) }));
  const { reference, manageToken: token } = await book(built, startIn(6));
  expectDocumented("Booking", await callRest(`/bookings/${reference}`, { token }));
  expectDocumented("Booking", await callRest(`/bookings/${reference}/reschedule`, { method: "POST", token, body: { startsAt: startIn(7) } }));
  expectDocumented("Booking", await callRest(`/bookings/${reference}/cancel`, { method: "POST", token }));
  expectDocumented("Problem", await callRest("/holds", { method: "POST", body: holdBody(built, startIn(4)) }));
  expectDocumented("Problem", await callRest("/holds", { method: "POST", body: {} }));
});

test("the document may be kept for a while, and nothing else", async () => {
  expect((await callRest("/openapi.json")).headers.get("cache-control")).toBe("public, max-age=300");
});
