import { DEFAULT_REMINDERS } from "@/domain/messages/reminder-step";
import type { AppointmentFacts, MessageLinks } from "@/domain/messages/appointment-facts";

const DAY_MS = 86_400_000;

/** Tuesday 24 November 2026, 15:30 in London, 16:30 in Berlin. */
export const START = Date.parse("2026-11-24T15:30:00Z");

export const LINKS: MessageLinks = {
  manageUrl: `https://clinic.example/m/${"x".repeat(43)}`,
  shortUrl: `https://clinic.example/s/${"x".repeat(22)}`,
  bookUrl: "https://clinic.example/p/amara-okafor",
  staffUrl: "https://clinic.example/provider/bookings/01938a4e-0000-7000-8000-000000000002",
};

/** A patient in London visits a provider in Berlin for half an hour; booked ten days ahead, may be changed until a day before. */
export function appointmentFacts(overrides: Partial<AppointmentFacts> = {}): AppointmentFacts {
  return {
    seriesId: "01938a4e-0000-7000-8000-000000000001", status: "CONFIRMED", awaitsCalendar: false, isAttendanceConfirmed: false, asksAttendance: true, mode: "IN_PERSON", startsAt: START, endsAt: START + 30 * 60_000, bookedAt: START - 10 * DAY_MS, changedAt: START - 9 * DAY_MS,
    previous: null, hasStood: false, sequence: 0, reminders: DEFAULT_REMINDERS, moveUntil: START - DAY_MS, cancelUntil: START - DAY_MS,
    languages: { patient: "en", provider: "en" },
    patient: { name: "Sam Patient", email: "sam@example.test", timeZone: "Europe/London" },
    provider: { name: "Dr Amara Okafor", timeZone: "Europe/Berlin" },
    clinic: { name: "Praxis am Park", email: "hello@praxis.example", phone: "+49 30 1234567", addressLines: ["Parkstraße 12", "10115 Berlin"] },
    place: { lines: ["Main site", "Parkstraße 12", "10115 Berlin"], timeZone: "Europe/Berlin" },
    meetUrl: null,
    ...overrides,
  };
}
