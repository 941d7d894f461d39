import { expect, test } from "vitest";
import { IntegrationError } from "@/application/shared/errors";
import { failedWorkInWords } from "./failed-work-in-words";

const words = (failure: IntegrationError["failure"]) => failedWorkInWords(new IntegrationError(failure).message);

test("what an adapter threw is told in plain words, without the vendor's code", () => {
  expect(words({ vendor: "google", operation: "events.list", kind: "rate-limited", code: "rateLimitExceeded" })).toBe("Google asked us to slow down. We try again by ourselves.");
  expect(words({ vendor: "google", operation: "events.insert", kind: "permanent", code: "forbidden" })).toContain("may not write to this calendar");
  expect(words({ vendor: "google", operation: "events.get", kind: "transient" })).toBe("Google could not be reached. We try again by ourselves.");
  expect(words({ vendor: "twilio", operation: "messages.create", kind: "permanent", code: "21610" })).toBe("The person replied STOP, so no SMS may be sent to this number.");
  expect(words({ vendor: "sendgrid", operation: "mail.send", kind: "transient", code: "503" })).toBe("SendGrid had a problem of its own.");
  expect(words({ vendor: "calendar-link", operation: "fetch", kind: "transient" })).toContain("read by its link");
});

test("what is no vendor's doing says so", () => {
  for (const noted of ["Cannot read properties of undefined", "", "google events.list: upside-down"]) expect(failedWorkInWords(noted)).toContain("MedBookings itself");
});
