import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/platform/db";
import type { BuiltProvider } from "./build-provider";

/** A confirmed booking of half an hour with a patient of its own, on 2030-01-07T09:00Z unless told otherwise. Writes nothing else: no jobs, no links. */
export async function buildVisit(db: Db, built: BuiltProvider, overrides: Partial<Prisma.BookingUncheckedCreateInput> & { patientName?: string } = {}) {
  const { patientName = "Mara Lindqvist", ...booking } = overrides;
  const id = uuidv7();
  const patient = await db.patient.create({ data: { id: uuidv7(), providerId: built.providerId, name: patientName, email: `patient-${id}@example.test`, timeZone: "Europe/Berlin", channels: ["EMAIL"] } });
  const startsAt = booking.startsAt ?? new Date("2030-01-07T09:00:00Z");
  const endsAt = booking.endsAt ?? new Date(new Date(startsAt).getTime() + 30 * 60_000);
  return db.booking.create({
    data: {
      id, seriesId: id, reference: id.slice(-8).toUpperCase(), providerId: built.providerId, serviceId: built.serviceId, patientId: patient.id, status: "CONFIRMED", source: "WEB", mode: "ONLINE",
      startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt, timeZone: "Europe/Berlin", patientTimeZone: "Europe/Berlin", serviceName: "Consultation", priceAmount: 5000, currency: "EUR",
      cancellationWindowMinutes: 0, rescheduleWindowMinutes: 0, reminderMinutes: [], channels: ["EMAIL"], ...booking,
    },
  });
}
