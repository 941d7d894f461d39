import { describe, expect, it } from "vitest";
import { changeBookingAddress, readBookingAddress } from "./booking-address";

const read = (query: string) => readBookingAddress(new URLSearchParams(query));

describe("booking address", () => {
  it("reads what a link carries", () => {
    expect(read("service=check-up&mode=video&day=2026-11-24&at=2026-11-24T15:30:00Z")).toEqual({ service: "check-up", mode: "ONLINE", day: "2026-11-24", at: "2026-11-24T15:30:00.000Z", any: null });
  });

  it("takes malformed parts as absent", () => {
    expect(read("mode=telepathy&day=2026-02-30&at=soon")).toEqual({ service: null, mode: null, day: null, at: null, any: null });
  });

  it("changes some parts and keeps the rest", () => {
    const changed = changeBookingAddress("?tz=Europe%2FLondon&day=2026-11-24&at=2026-11-24T15:30:00Z", { at: null, mode: "IN_PERSON" });
    expect(changed).toBe("?tz=Europe%2FLondon&day=2026-11-24&mode=in-person");
    expect(changeBookingAddress("?at=x", { at: null })).toBe("");
  });

  it("writes what it reads", () => {
    const address = read("service=a&mode=phone&day=2026-11-24&at=2026-11-24T15:30:00Z");
    expect(read(changeBookingAddress("", address))).toEqual(address);
  });
});
