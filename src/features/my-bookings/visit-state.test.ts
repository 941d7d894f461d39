import { describe, expect, it } from "vitest";
import { visitState } from "./visit-state";

const endsAt = "2026-11-24T16:00:00.000Z";
const during = Date.parse("2026-11-24T15:45:00Z");
const after = Date.parse(endsAt);

describe("visitState", () => {
  it("is coming until the visit has ended", () => {
    expect(visitState({ status: "CONFIRMED", endsAt }, during)).toMatchObject({ label: "Booked", isComing: true });
    expect(visitState({ status: "CONFIRMED", endsAt }, after)).toMatchObject({ label: "Past", isComing: false });
  });

  it("is over at once when it was cancelled", () => {
    expect(visitState({ status: "CANCELLED", endsAt }, during)).toMatchObject({ tone: "danger", isComing: false, isOff: true });
  });

  it("says that a request waits", () => {
    expect(visitState({ status: "PENDING", endsAt }, during)).toMatchObject({ tone: "pending", isComing: true });
  });
});
