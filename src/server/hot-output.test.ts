import { expect, test } from "vitest";
import { z } from "zod";
import { hotOutput } from "./hot-output";

const checked = hotOutput(z.object({ name: z.string() }));

test("what fits passes", () => {
  expect(checked({ name: "a" })).toEqual({ name: "a" });
});

test("a wrong field and one too many are faults", () => {
  expect(() => checked({ name: 1 })).toThrow();
  expect(() => checked({ name: "a", secret: "b" })).toThrow("more than its schema");
});
