import { expect, test } from "vitest";
import { ownMailProblem } from "./own-mail-problem";

const NOW = 1_000_000;

test.each([
  [{ kind: "rate-limited", code: "userRateLimitExceeded", retryAfterSeconds: 7 }, { problem: "limit", pausedUntil: NOW + 7_000 }],
  [{ kind: "rate-limited", code: "dailyLimitExceeded" }, { problem: "limit", pausedUntil: NOW + 3_600_000 }],
  [{ kind: "permanent", code: "scope-missing" }, { problem: "scope-missing", pausedUntil: null }],
  [{ kind: "transient", code: "ECONNREFUSED" }, { problem: "unreachable", pausedUntil: NOW + 60_000 }],
  [{ kind: "permanent", code: "failedPrecondition" }, { problem: "refused", pausedUntil: NOW + 900_000 }],
])("%o is a problem of the mailbox", (failure, problem) => {
  expect(ownMailProblem(failure, NOW)).toEqual(problem);
});

test.each([{ kind: "auth", code: "invalid_grant" }, { kind: "permanent", code: "invalidArgument" }, { kind: "conflict", code: "claim-lost" }])("%o is none: the connection tells, or only one message is concerned", (failure) => {
  expect(ownMailProblem(failure, NOW)).toBeNull();
});
