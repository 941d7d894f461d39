import { expect, test } from "vitest";
import { blockedSpan } from "./blocked-span";

test("buffers lie outside the visit", () => {
  const startsAt = Date.UTC(2026, 10, 24, 10);
  expect(blockedSpan(startsAt, { durationMinutes: 30, bufferBeforeMinutes: 5, bufferAfterMinutes: 15 })).toEqual({
    startsAt,
    endsAt: Date.UTC(2026, 10, 24, 10, 30),
    blockedFrom: Date.UTC(2026, 10, 24, 9, 55),
    blockedTo: Date.UTC(2026, 10, 24, 10, 45),
  });
});
