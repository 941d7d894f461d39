import { afterEach, expect, test, vi } from "vitest";
import { callProcedure } from "./call-procedure";
import { refusalOf } from "./refusal";

afterEach(() => vi.unstubAllGlobals());

const answering = (status: number, body: string) => {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

test("what is asked stands in the body and nothing of it in the address", async () => {
  const fetched = answering(200, JSON.stringify({ result: { data: { reference: "AAAA-2222" } } }));
  expect(await callProcedure("bookings.byLink", { manageToken: "secret" })).toEqual({ reference: "AAAA-2222" });
  const [address, init] = fetched.mock.calls[0]!;
  expect(address).toBe("/api/trpc/bookings.byLink");
  expect(init).toMatchObject({ method: "POST", body: JSON.stringify({ manageToken: "secret" }) });
});

test("a refusal keeps its code, its sentence and its alternatives", async () => {
  const alternatives = [{ startsAt: "2026-11-24T09:00:00.000Z", endsAt: "2026-11-24T09:30:00.000Z" }];
  answering(409, JSON.stringify({ error: { message: "This time was just taken.", code: -32009, data: { code: "SLOT_TAKEN", httpStatus: 409, fields: [], alternatives } } }));
  const error = await callProcedure("bookings.releaseHold", { holdId: "0197", holdToken: "t" }).catch((reason: unknown) => reason);
  expect(refusalOf(error)).toMatchObject({ code: "SLOT_TAKEN", httpStatus: 409, message: "This time was just taken.", alternatives });
});

test("an answer of something in between reads as a lost connection", async () => {
  answering(502, "<html>Bad gateway</html>");
  const error = await callProcedure("bookings.releaseHold", { holdId: "0197", holdToken: "t" }).catch((reason: unknown) => reason);
  expect(refusalOf(error).code).toBe("UNREACHABLE");
});
