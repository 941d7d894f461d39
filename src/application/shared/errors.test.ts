import { expect, test, vi } from "vitest";
import { AppError, IntegrationError } from "./errors";

const failure = { vendor: "calendar-link", operation: "read", kind: "permanent" } as const;

test("an adapter's error is one in whichever bundle it was thrown", async () => {
  vi.resetModules();
  const elsewhere = await import("./errors");
  expect(elsewhere.IntegrationError).not.toBe(IntegrationError);
  expect(new elsewhere.IntegrationError(failure)).toBeInstanceOf(IntegrationError);
  expect(new IntegrationError(failure)).toBeInstanceOf(IntegrationError);
});

test.each([new Error("IntegrationError"), new AppError("NOT_FOUND"), { name: "IntegrationError", failure }, null, undefined])("%s is none", (value) => {
  expect(value instanceof IntegrationError).toBe(false);
});
