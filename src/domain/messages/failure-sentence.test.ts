import { expect, test } from "vitest";
import { failureSentence } from "./failure-sentence";

test("a known code becomes a sentence, an unknown one stays visible", () => {
  expect(failureSentence("21610", "twilio")).toContain("STOP");
  expect(failureSentence("bounce", "sendgrid")).toMatch(/refused/);
  expect(failureSentence("99999", "twilio")).toBe("Twilio could not send it (99999).");
  expect(failureSentence(undefined, "sendgrid")).toBe("SendGrid could not be reached.");
  expect(failureSentence("personalizations.0.to.0.email", "sendgrid")).toBe("The e-mail address is not valid.");
  expect(failureSentence("20429", "twilio")).toBe("Twilio is busy and asked us to wait.");
});
