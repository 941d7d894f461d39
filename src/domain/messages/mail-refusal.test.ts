import { expect, test } from "vitest";
import { mailRefusalSentence, readMailRefusal } from "./mail-refusal";

test.each([
  [{ event: "bounce", type: "bounce" }, "bounced"],
  [{ event: "bounce" }, "bounced"],
  [{ event: "bounce", type: "blocked" }, null],
  [{ event: "dropped", reason: "Bounced Address" }, "bounced"],
  [{ event: "dropped", reason: "Spam Reporting Address" }, "spam"],
  [{ event: "dropped", reason: "Invalid" }, "invalid"],
  [{ event: "dropped", reason: "Invalid SMTPAPI header" }, null],
  [{ event: "dropped", reason: "Unsubscribed Address" }, null],
  [{ event: "spamreport" }, "spam"],
  [{ event: "delivered" }, null],
  [{ event: "deferred" }, null],
] as const)("%j refuses as %s", (report, reason) => {
  expect(readMailRefusal(report)).toBe(reason);
});

test("the reason is a sentence", () => {
  for (const reason of ["bounced", "spam", "invalid"] as const) expect(mailRefusalSentence(reason)).toMatch(/^[A-Z].+\. Nothing more is sent to it/);
});
