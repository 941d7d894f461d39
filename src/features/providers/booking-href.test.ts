import { describe, expect, it } from "vitest";
import { readBookingAddress } from "@/features/booking/booking-address";
import { bookingHref } from "./booking-href";

const slot = { service: "check-up", startsAt: "2026-11-24T15:30:00.000Z" };
const read = (href: string) => readBookingAddress(new URL(href, "http://localhost").searchParams);

describe("bookingHref", () => {
  it("leads to the very start, in the way that was searched for", () => {
    expect(bookingHref("amara-okafor", slot, "video")).toMatch(/^\/p\/amara-okafor\?/);
    expect(read(bookingHref("amara-okafor", slot, "video"))).toEqual({ service: "check-up", mode: "ONLINE", day: null, at: slot.startsAt, any: null });
  });

  it("leaves the way open when none was asked for", () => {
    expect(read(bookingHref("amara-okafor", slot, "")).mode).toBeNull();
  });
});
