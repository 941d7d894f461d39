import twilio from "twilio";
import { expect, test } from "vitest";
import { classifyTwilioError } from "./classify-twilio-error";

const refusal = (status: number, code: number) => new twilio.RestException({ statusCode: status, body: { status, code, message: "Invalid 'To' Phone Number: +442079460000" } });
const classify = (error: unknown, mayHaveSent = true) => classifyTwilioError(error, "messages.create", mayHaveSent).failure;

test.each([
  [400, 21211, "permanent"],
  [400, 21610, "permanent"],
  [400, 63016, "permanent"],
  [429, 20429, "rate-limited"],
  [401, 20003, "auth"],
  [404, 20404, "not-found"],
])("%i with code %i is %s and certainly not sent", (status, code, kind) => {
  expect(classify(refusal(status, code))).toMatchObject({ kind, code: String(code) });
  expect(classify(refusal(status, code)).isAmbiguous).toBeUndefined();
});

test("after a server error or a lost connection the message may exist; after a refused connection it does not", () => {
  expect(classify(refusal(500, 20500))).toMatchObject({ kind: "transient", isAmbiguous: true });
  expect(classify(Object.assign(new Error("reset"), { code: "ECONNRESET" }))).toMatchObject({ kind: "transient", isAmbiguous: true });
  expect(classify(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })).isAmbiguous).toBeUndefined();
  expect(classify(refusal(500, 20500), false).isAmbiguous).toBe(false);
});

test("the vendor's free text, which quotes numbers, stays out of the message", () => {
  const error = classifyTwilioError(refusal(400, 21211), "messages.create", true);
  expect(error.message).toBe("twilio messages.create: permanent (21211)");
  expect(error.cause).toBeUndefined();
});
