import { expect, test } from "vitest";
import { mailOrigin } from "./mail-origin";

test("an e-mail from an own address says so, and what is not known of it", () => {
  const own = { sender: "GMAIL", senderAddress: "jonas@clinic.example", senderNote: null } as const;
  expect(mailOrigin({ ...own, state: "SENT" })).toBe("Sent from jonas@clinic.example through Google, which does not tell whether it arrived or was opened.");
  expect(mailOrigin({ ...own, state: "SENDING" })).toBe("From jonas@clinic.example through Google.");
});

test("one that SendGrid sent in its place says why, any other nothing", () => {
  expect(mailOrigin({ sender: "SENDGRID", senderAddress: null, senderNote: "SendGrid sent it instead.", state: "DELIVERED" })).toBe("SendGrid sent it instead.");
  expect(mailOrigin({ sender: "SENDGRID", senderAddress: null, senderNote: null, state: "SENT" })).toBeNull();
  expect(mailOrigin({ sender: null, senderAddress: null, senderNote: null, state: "SENT" })).toBeNull();
});
