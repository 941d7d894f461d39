import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDeliveryState, type DeliveryReport, type MessageState } from "./delivery-state";

const after = (reports: readonly DeliveryReport[], start: MessageState = "SENT") => reports.reduce<MessageState>((state, report) => nextDeliveryState(state, report) ?? state, start);

test("a state never goes back", () => {
  expect(after(["DELIVERED", "SENT"])).toBe("DELIVERED");
  expect(after(["READ", "DELIVERED"])).toBe("READ");
  expect(after(["FAILED", "SENT"])).toBe("FAILED");
  expect(after(["DELIVERED", "FAILED"])).toBe("DELIVERED");
});

test("a report that outruns the record of the send counts", () => {
  expect(after(["DELIVERED"], "SENDING")).toBe("DELIVERED");
});

test("a skipped message was never sent, whatever is reported", () => {
  expect(nextDeliveryState("SKIPPED", "DELIVERED")).toBeNull();
});

test("the same reports in any order, any number of times, end in the same state", () => {
  const report = fc.constantFrom<DeliveryReport>("SENT", "DELIVERED", "READ", "FAILED");
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), fc.integer(), (reports, seed) => {
      const shuffled = [...reports, ...reports].sort((left, right) => ((left.length * seed) % 7) - ((right.length * seed) % 7));
      expect(after(shuffled)).toBe(after(reports));
    }),
  );
});
