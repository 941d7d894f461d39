import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDeliveryState, type DeliveryReport, type MessageState } from "./delivery-state";

const after = (reports: readonly DeliveryReport[], { start = "SENT" as MessageState, channel = "SMS" as "EMAIL" | "SMS" } = {}) =>
  reports.reduce<MessageState>((state, report) => nextDeliveryState({ state, channel, vendorId: "known" }, report) ?? state, start);

test("a state never goes back", () => {
  expect(after(["DELIVERED", "SENT"])).toBe("DELIVERED");
  expect(after(["READ", "DELIVERED"])).toBe("READ");
  expect(after(["FAILED", "SENT"])).toBe("FAILED");
  expect(after(["DELIVERED", "FAILED"])).toBe("DELIVERED");
});

test("a report that outruns the record of the send counts", () => {
  expect(after(["DELIVERED"], { start: "SENDING" })).toBe("DELIVERED");
});

test("a skipped message was never sent, whatever is reported", () => {
  for (const report of ["DELIVERED", "FAILED"] as const) expect(nextDeliveryState({ state: "SKIPPED", channel: "EMAIL", vendorId: null }, report)).toBeNull();
});

test("a mail that came back after its server had taken it has failed, in whatever order that is told", () => {
  expect(after(["DELIVERED", "FAILED"], { channel: "EMAIL" })).toBe("FAILED");
  expect(after(["FAILED", "DELIVERED", "READ"], { channel: "EMAIL" })).toBe("FAILED");
});

test("a mail that we had given up and the vendor delivered all the same is delivered", () => {
  expect(nextDeliveryState({ state: "FAILED", channel: "EMAIL", vendorId: null }, "DELIVERED")).toBe("DELIVERED");
});

test("the same reports in any order, any number of times, end in the same state", () => {
  const report = fc.constantFrom<DeliveryReport>("SENT", "DELIVERED", "READ", "FAILED");
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), fc.constantFrom("EMAIL" as const, "SMS" as const), fc.integer(), (reports, channel, seed) => {
      const shuffled = [...reports, ...reports].sort((left, right) => ((left.length * seed) % 7) - ((right.length * seed) % 7));
      expect(after(shuffled, { channel })).toBe(after(reports, { channel }));
    }),
  );
});
