import { expect, test } from "vitest";
import { draftEvent, type VisitForCalendar } from "./event-draft";

const visit: VisitForCalendar = {
  id: "01930000-0000-7000-8000-000000000001", seriesId: "01930000-0000-7000-8000-000000000002", reference: "K7QM2P", version: 3, mode: "ONLINE", patientName: "Mara Lindqvist",
  startsAt: Date.parse("2026-11-24T14:30:00Z"), endsAt: Date.parse("2026-11-24T15:00:00Z"), timeZone: "Europe/Berlin", place: "Main site, Teststraße 1, 10115 Berlin",
};

test("the event carries the patient's name, the reference and the page for staff", () => {
  expect(draftEvent(visit, "https://clinic.example", null)).toMatchObject({
    title: "Mara Lindqvist",
    description: "Online · reference K7QM2P\nhttps://clinic.example/provider/bookings?open=K7QM2P",
    location: null, bookingVersion: 3, conferenceRequestId: null,
  });
});

test("what the row also holds about health never enters the event", () => {
  const row = { ...visit, reason: "SECRET-REASON", reasonCiphertext: "SECRET-REASON", serviceName: "SECRET-SERVICE", serviceDescription: "SECRET-SERVICE", cancellationNote: "SECRET-REASON" };
  expect(JSON.stringify(draftEvent(row, "https://clinic.example", { failedEtag: null }))).not.toContain("SECRET");
});

test("only a visit in person has a place, and a visit without a name is an appointment", () => {
  expect(draftEvent({ ...visit, mode: "IN_PERSON" }, "https://clinic.example", null).location).toBe("Main site, Teststraße 1, 10115 Berlin");
  expect(draftEvent({ ...visit, mode: "PHONE", patientName: null }, "https://clinic.example", null)).toMatchObject({ title: "Appointment", location: null });
});

test("asking for a link again after a failure uses another request id", () => {
  const first = draftEvent(visit, "https://clinic.example", { failedEtag: null }).conferenceRequestId;
  expect(first).toMatch(/^mb[0-9a-v]{26}$/);
  expect(draftEvent(visit, "https://clinic.example", { failedEtag: '"17"' }).conferenceRequestId).not.toBe(first);
});
