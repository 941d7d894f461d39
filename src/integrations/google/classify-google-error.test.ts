import { expect, test } from "vitest";
import { IntegrationError } from "@/application/shared/errors";
import { classifyGoogleError } from "./classify-google-error";

const envelope = (reason: string, extra: object = {}) => ({ error: { code: 0, message: "SECRET", errors: [{ reason, message: "SECRET", ...extra }] } });
const answer = (status: number, data: unknown, headers: Record<string, string> = {}) => ({ message: "SECRET", config: { headers: { authorization: "SECRET" } }, response: { status, data, headers: new Headers(headers) } });

const cases: [string, unknown, object][] = [
  ["403 rateLimitExceeded", answer(403, envelope("rateLimitExceeded"), { "retry-after": "7" }), { kind: "rate-limited", retryAfterSeconds: 7 }],
  ["403 userRateLimitExceeded", answer(403, envelope("userRateLimitExceeded")), { kind: "rate-limited" }],
  ["429", answer(429, envelope("rateLimitExceeded"), { "retry-after": "0" }), { kind: "rate-limited", retryAfterSeconds: 0 }],
  ["429 without Google's envelope", answer(429, "slow down"), { kind: "rate-limited" }],
  ["Meet's RESOURCE_EXHAUSTED", answer(403, { error: { status: "RESOURCE_EXHAUSTED" } }), { kind: "rate-limited" }],
  ["401", answer(401, envelope("authError")), { kind: "auth", code: "authError" }],
  ["invalid_grant", answer(400, { error: "invalid_grant", error_description: "SECRET" }), { kind: "auth", code: "invalid_grant" }],
  ["insufficient scope", answer(403, envelope("insufficientPermissions")), { kind: "auth" }],
  ["403 forbidden", answer(403, envelope("forbidden")), { kind: "permanent", code: "forbidden" }],
  ["400", answer(400, envelope("invalid")), { kind: "permanent" }],
  ["400 for the sync token", answer(400, envelope("invalid", { location: "syncToken" })), { kind: "cursor-expired" }],
  ["404", answer(404, envelope("notFound")), { kind: "not-found" }],
  ["409", answer(409, envelope("duplicate")), { kind: "conflict" }],
  ["410 deleted", answer(410, envelope("deleted")), { kind: "not-found" }],
  ["410 fullSyncRequired", answer(410, envelope("fullSyncRequired")), { kind: "cursor-expired" }],
  ["410 updatedMinTooLongAgo", answer(410, envelope("updatedMinTooLongAgo")), { kind: "cursor-expired" }],
  ["412", answer(412, envelope("conditionNotMet")), { kind: "conflict" }],
  ["500", answer(500, envelope("backendError")), { kind: "transient", isAmbiguous: true }],
  ["502 with HTML", answer(502, "<html>"), { kind: "transient", isAmbiguous: true }],
  ["a proxy's 404 page", answer(404, "<html>"), { kind: "transient", code: "not-google-404" }],
  ["a reset", { code: "ECONNRESET", message: "SECRET" }, { kind: "transient", code: "ECONNRESET", isAmbiguous: true }],
  ["a timeout", { code: "TimeoutError" }, { kind: "transient", code: "TimeoutError", isAmbiguous: true }],
  ["something else", new Error("SECRET"), { kind: "transient", code: "no-answer" }],
];

test.each(cases)("%s", (_name, thrown, failure) => {
  const error = classifyGoogleError("calendar.insert-event", thrown, true);
  expect(error.failure).toMatchObject({ vendor: "google", operation: "calendar.insert-event", ...failure });
  // Whatever logs this error shows neither a token nor what was sent.
  expect(JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: error.cause })).not.toContain("SECRET");
});

test.each(["invalid_client", "unauthorized_client", "deleted_client"])("%s at a refresh is about the installation, not about the account's grant", (error) => {
  expect(classifyGoogleError("oauth.refresh", answer(401, { error }), false).failure).toMatchObject({ kind: "transient", code: "client-refused" });
  // A domain's refusal of the service account needs its administrator.
  expect(classifyGoogleError("oauth.service-account", answer(401, { error }), false).failure).toMatchObject({ kind: "auth", code: error });
});

test("a read is never ambiguous, and our own error passes", () => {
  expect(classifyGoogleError("calendar.get-event", { code: "ECONNRESET" }, false).failure.isAmbiguous).toBeUndefined();
  const own = new IntegrationError({ vendor: "google", operation: "x", kind: "auth" });
  expect(classifyGoogleError("y", own, true)).toBe(own);
});
