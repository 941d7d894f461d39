import { expect, test } from "vitest";
import { classifySendgridError } from "./classify-sendgrid-error";

const answer = (status: number, headers: Record<string, string> = {}) =>
  Object.assign(new Error("Bad Request"), { code: status, response: { headers, body: { errors: [{ message: "Does not contain a valid address: sam@example.test", field: "personalizations.0.to.0.email" }] } } });
const classify = (error: unknown, now = 0) => classifySendgridError(error, "mail.send", true, now).failure;

test.each([
  [400, "permanent"],
  [413, "permanent"],
  [401, "auth"],
  [403, "auth"],
  [404, "not-found"],
  [429, "rate-limited"],
])("%i is %s and certainly not sent", (status, kind) => {
  expect(classify(answer(status))).toMatchObject({ kind });
  expect(classify(answer(status)).isAmbiguous).toBeUndefined();
});

test("after a server error, a timeout or a lost connection the mail may have been taken", () => {
  for (const error of [answer(500), answer(503), Object.assign(new Error("timeout"), { code: "ECONNABORTED" }), new Error("socket hang up")]) expect(classify(error)).toMatchObject({ kind: "transient", isAmbiguous: true });
  expect(classify(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })).isAmbiguous).toBeUndefined();
});

test("how long to wait is read from either header", () => {
  expect(classify(answer(429, { "retry-after": "7" })).retryAfterSeconds).toBe(7);
  expect(classify(answer(429, { "x-ratelimit-reset": "1030" }), 1_000_000).retryAfterSeconds).toBe(30);
});

test("only the field is kept of what SendGrid says, since its text quotes addresses", () => {
  const error = classifySendgridError(answer(400), "mail.send", true);
  expect(error.message).toBe("sendgrid mail.send: permanent (personalizations.0.to.0.email)");
  expect(error.cause).toBeUndefined();
});
