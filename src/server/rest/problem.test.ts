import { describe, expect, test } from "vitest";
import { AppError } from "@/application/shared/errors";
import { describeError } from "@/server/describe-error";
import { MalformedBody, Problem, problemResponse } from "./problem";

const respond = async (error: unknown) => {
  const response = problemResponse(error, describeError(error, "request-1"), "request-1");
  const json: unknown = await response.json();
  return { response, problem: Problem.strict().parse(json) };
};

describe("problemResponse", () => {
  test("carries code, fields and alternatives", async () => {
    const alternatives = [{ startsAt: "2026-11-24T09:00:00.000Z", endsAt: "2026-11-24T09:30:00.000Z" }];
    const { response, problem } = await respond(new AppError("SLOT_TAKEN", { alternatives }));
    expect(response.status).toBe(409);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(problem).toEqual({
      type: "urn:medbookings:problem:slot-taken", title: "Slot taken", status: 409, detail: "This time was just taken. Nothing was booked.", code: "SLOT_TAKEN", fields: [], requestId: "request-1", alternatives,
    });
  });

  test("wrong values are 422, what is not JSON is 400", async () => {
    const fields = [{ field: "limit", message: "must be at least 1" }];
    expect((await respond(new AppError("VALIDATION_FAILED", { fields }))).problem).toMatchObject({ status: 422, fields });
    expect((await respond(new MalformedBody("must be JSON"))).problem).toMatchObject({ status: 400, code: "VALIDATION_FAILED", fields: [{ field: "(body)", message: "must be JSON" }] });
  });

  test("says when to come back", async () => {
    expect((await respond(new AppError("RATE_LIMITED", { retryAfterSeconds: 77 }))).response.headers.get("retry-after")).toBe("77");
    expect((await respond(new AppError("OVERLOADED"))).response.headers.get("retry-after")).toBe("2");
    expect((await respond(new AppError("NOT_FOUND"))).response.headers.has("retry-after")).toBe(false);
  });

  test("gives nothing of an unknown error away", async () => {
    const { problem } = await respond(new Error("connect postgres://user:secret@host"));
    expect(problem).toMatchObject({ status: 500, code: "INTERNAL" });
    expect(problem.detail).toContain("request-1");
    expect(JSON.stringify(problem)).not.toContain("secret");
  });
});
