import { expect, test } from "vitest";
import { cancellationPolicy, reschedulePolicy, type PolicyFacts } from "./booking-policy";

// Tuesday 24 November 2026, 15:30 in London.
const STARTS_AT = Date.UTC(2026, 10, 24, 15, 30);
const HOUR = 3_600_000;
const facts: PolicyFacts = { status: "CONFIRMED", startsAt: STARTS_AT, cancellationWindowMinutes: 1440, rescheduleWindowMinutes: 120, timeZone: "Europe/London" };

test("a patient may cancel up to and at the cut-off, and not a millisecond later", () => {
  const until = STARTS_AT - 24 * HOUR;
  expect(cancellationPolicy(facts, until)).toEqual({ isAllowed: true, until, sentence: "You can cancel this appointment until Monday 23 November, 15:30 (London time)." });
  expect(cancellationPolicy(facts, until + 1)).toEqual({ isAllowed: false, until, sentence: "You could cancel this appointment until Monday 23 November, 15:30 (London time). Please call the clinic now." });
});

test("moving has its own window, told in the reader's zone", () => {
  const answer = reschedulePolicy({ ...facts, timeZone: "Asia/Tokyo" }, STARTS_AT - 3 * HOUR);
  expect(answer).toMatchObject({ isAllowed: true, sentence: "You can move this appointment until Tuesday 24 November, 22:30 (Tokyo time)." });
  expect(reschedulePolicy(facts, STARTS_AT - HOUR).isAllowed).toBe(false);
});

test.each(["HELD", "CHECKED_IN", "COMPLETED", "EXPIRED", "DECLINED", "CANCELLED", "RESCHEDULED", "NO_SHOW"] as const)("nothing can be cancelled or moved in %s", (status) => {
  expect(cancellationPolicy({ ...facts, status }, 0).isAllowed).toBe(false);
  expect(reschedulePolicy({ ...facts, status }, 0)).toMatchObject({ isAllowed: false, sentence: expect.stringMatching(/\.$/) });
});

test("a request still waiting for the clinic can be cancelled and moved", () => {
  expect(cancellationPolicy({ ...facts, status: "PENDING" }, 0).isAllowed).toBe(true);
  expect(reschedulePolicy({ ...facts, status: "PENDING" }, 0).isAllowed).toBe(true);
});
