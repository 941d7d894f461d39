import { expect, test } from "vitest";
import { feedEntryOf, type FeedBooking } from "./feed-entry";

const booking: FeedBooking = {
  seriesId: "s", status: "CONFIRMED", mode: "IN_PERSON", startsAt: 0, endsAt: 1_800_000, sequence: 1, changedAt: 0, patientName: "Sam Rivera", providerName: "Dr Amara Okafor", address: "Parkstraße 12",
};
const options = { showsNames: true, url: null };

test("a provider's titles name nobody unless initials are asked for", () => {
  expect(feedEntryOf(booking, "provider", { ...options, showsNames: false })?.title).toBe("Appointment");
  expect(feedEntryOf(booking, "provider", options)?.title).toBe("Appointment, S. R.");
  expect(feedEntryOf({ ...booking, patientName: "🌻" }, "provider", options)?.title).toBe("Appointment");
});

test("a patient's titles name the provider unless they are to name nobody", () => {
  expect(feedEntryOf(booking, "patient", options)?.title).toBe("Appointment with Dr Amara Okafor");
  expect(feedEntryOf(booking, "patient", { ...options, showsNames: false })?.title).toBe("Appointment");
});

test("where it is: an address, by video, by phone; never a link", () => {
  expect(feedEntryOf(booking, "patient", options)?.place).toBe("Parkstraße 12");
  expect(feedEntryOf({ ...booking, mode: "ONLINE" }, "patient", options)?.place).toBe("By video");
  expect(feedEntryOf({ ...booking, mode: "PHONE" }, "patient", options)?.place).toBe("By phone");
});

test.each([["PENDING", "tentative"], ["NO_SHOW", "confirmed"], ["DECLINED", "cancelled"], ["EXPIRED", "cancelled"]] as const)("%s shows as %s", (status, state) => {
  expect(feedEntryOf({ ...booking, status }, "patient", options)?.state).toBe(state);
});

test.each(["HELD", "RESCHEDULED"] as const)("%s is no appointment", (status) => expect(feedEntryOf({ ...booking, status }, "patient", options)).toBeNull());
