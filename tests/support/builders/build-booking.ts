import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/platform/db";
import { proveNumber } from "./prove-number";
import type { BuiltProvider } from "./build-provider";

export interface BuiltBooking {
  readonly id: string;
  readonly seriesId: string;
  readonly reference: string;
  readonly patientId: string;
}

/** A confirmed booking of Grace Example, 30 minutes from `startsAt`, without buffers; written directly, so no rule is asked. */
export async function buildBooking(
  db: Db,
  built: BuiltProvider,
  overrides: { startsAt: string; booking?: Partial<Prisma.BookingUncheckedCreateInput>; patient?: Partial<Prisma.PatientUncheckedCreateInput> },
): Promise<BuiltBooking> {
  const id = uuidv7();
  const startsAt = new Date(overrides.startsAt);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  const patient = await db.patient.create({
    data: { id: uuidv7(), providerId: built.providerId, name: "Grace Example", email: "grace@example.test", phone: "+442079460123", timeZone: "Europe/London", channels: ["EMAIL", "SMS"], ...overrides.patient },
  });
  const booking = await db.booking.create({
    data: {
      id, seriesId: id, reference: referenceOf(id), providerId: built.providerId, serviceId: built.serviceId, locationId: built.locationId, patientId: patient.id, status: "CONFIRMED",
      source: "WEB", mode: "IN_PERSON", startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt, timeZone: "Europe/Berlin", patientTimeZone: "Europe/London",
      serviceName: "Consultation", priceAmount: 5000, currency: "EUR", cancellationWindowMinutes: 1440, rescheduleWindowMinutes: 1440, reminderMinutes: [1440, 120], channels: ["EMAIL", "SMS"],
      ...overrides.booking,
    },
  });
  await proveNumber(db, { seriesId: booking.seriesId, phone: patient.phone });
  return { id, seriesId: booking.seriesId, reference: booking.reference, patientId: patient.id };
}

/** Random enough for tests, in the form people see. */
const referenceOf = (id: string) => `${id.slice(-8, -4)}-${id.slice(-4)}`.toUpperCase();
