import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { toMajor } from "@/features/services/price-text";
import { BOOKING_STATUS } from "./booking-status";

/** Spreadsheets run cells that begin so as formulas (OWASP, "CSV Injection"); a leading apostrophe makes them text. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;

export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEADINGS = ["Reference", "Date", "Start", "Time zone", "Minutes", "Status", "Patient", "E-mail", "Telephone", "Service", "How", "Price", "Currency"];

/** A list of bookings for a spreadsheet (RFC 4180, times of the provider's zone). Never the reason for the visit. */
export function bookingsCsv(bookings: readonly StaffBookingView[]): string {
  const rows = bookings.map((booking) => [
    booking.reference,
    booking.providerLocalStart.slice(0, 10),
    booking.providerLocalStart.slice(11),
    booking.providerTimeZone,
    booking.service.durationMinutes,
    BOOKING_STATUS[booking.status].label,
    booking.patient?.name ?? booking.patientName,
    booking.patient?.email ?? "",
    booking.patient?.phone ?? "",
    booking.service.name,
    booking.mode,
    toMajor(booking.service.price.amount, booking.service.price.currency),
    booking.service.price.currency,
  ]);
  return [HEADINGS, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n");
}
