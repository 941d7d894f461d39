import { afterAll, beforeAll, expect, test } from "vitest";
import { GET, POST } from "@/app/api/trpc/[trpc]/route";
import { buildProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { startIn } from "@tests/support/start-in";
import { book } from "../rest/rest-requests";

let database: TestDatabase;
let manageToken: string;
let reference: string;
beforeAll(async () => {
  database = await openContainerDatabase();
  ({ manageToken, reference } = await book(await buildProvider(database.db), startIn(3)));
});
afterAll(() => database.destroy());

const post = (path: string, body: unknown) =>
  POST(new Request(`http://localhost:3000/api/trpc/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }));

test("a booking is read by POST, so that its manage token stands in no address", async () => {
  const answer = await post("bookings.byLink", { manageToken });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ result: { data: { reference } } });
  expect((await post("bookings.byLink", { manageToken: "x".repeat(43) })).status).toBe(401);
});

test("what no procedure is for is refused in the same words as everything else", async () => {
  const answer = await post("bookings.nothing", {});
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { data: { code: "NOT_FOUND", httpStatus: 404 } } });
});

test("nothing is changed by a GET", async () => {
  const input = encodeURIComponent(JSON.stringify({ manageToken }));
  expect((await GET(new Request(`http://localhost:3000/api/trpc/bookings.cancelByLink?input=${input}`))).status).toBe(405);
  expect(await (await post("bookings.byLink", { manageToken })).json()).toMatchObject({ result: { data: { status: "CONFIRMED" } } });
});
