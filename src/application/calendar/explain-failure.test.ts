import { expect, test } from "vitest";
import { IntegrationError, type IntegrationErrorKind } from "@/application/shared/errors";
import { explainFailure } from "./explain-failure";

const KINDS: readonly IntegrationErrorKind[] = ["auth", "rate-limited", "not-found", "conflict", "cursor-expired", "transient", "permanent"];

test.each(KINDS)("a failure of kind %s is told in plain words, without Google's code", (kind) => {
  for (const code of [undefined, "backendError", "forbiddenForServiceAccounts", "someNewReason", "503"]) {
    const sentence = explainFailure(new IntegrationError({ vendor: "google", operation: "events.insert", kind, ...(code !== undefined && { code }) }));
    expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(sentence).not.toMatch(/\(|[a-z][A-Z]|\d{3}/);
  }
});

test.each([["calendar.insert-event", "write to"], ["calendar.list-events", "read"]])("without access %s says that this account may not %s the calendar", (operation, may) => {
  expect(explainFailure(new IntegrationError({ vendor: "google", operation, kind: "permanent", code: "forbidden" }))).toContain(`this account may not ${may} this calendar`);
});

test("what Google refused is said where we know it", () => {
  expect(explainFailure(new IntegrationError({ vendor: "google", operation: "events.insert", kind: "permanent", code: "forbiddenForServiceAccounts" }))).toContain("a service account may not invite guests");
});
