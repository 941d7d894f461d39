import { phoneView } from "@/application/shared/phone-view";
import type { AppointmentFacts } from "@/domain/messages/appointment-facts";
import { readLanguage } from "@/domain/messages/language";
import type { MessageAudience } from "@/domain/messages/plan-messages";
import { reminderChoice } from "@/domain/messages/reminder-choice";
import { readReminders } from "@/domain/messages/reminder-step";
import { oneLine, personName } from "@/domain/messages/safe-text";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { knownTime, type KnownTime } from "./known-time";
import { isReminderStopped } from "./reminder-stop";

const MINUTE_MS = 60_000;

/** Named one by one: what is not loaded cannot leak. Neither service nor reason nor notes are here. */
const BOOKING = {
  id: true, seriesId: true, reference: true, providerId: true, patientId: true, serviceId: true, locationId: true, status: true, mode: true, version: true, sequence: true,
  startsAt: true, endsAt: true, createdAt: true, updatedAt: true, patientTimeZone: true, channels: true, reminderMinutes: true, reminderChannels: true, reminderChoice: true,
  cancellationWindowMinutes: true, rescheduleWindowMinutes: true, rescheduledFromId: true, language: true, attendanceConfirmedAt: true, calendarWait: true,
} satisfies Prisma.BookingSelect;
const PATIENT = { name: true, email: true, phone: true, userId: true, reminderChoice: true, language: true } satisfies Prisma.PatientSelect;
const PROVIDER = { name: true, slug: true, timeZone: true, email: true, phone: true, notifyByEmail: true, notifyBySms: true, notifyByCard: true, language: true, userId: true, organizationId: true, locationId: true } satisfies Prisma.ProviderSelect;
const ORGANIZATION = { name: true, email: true, phone: true } satisfies Prisma.OrganizationSelect;
const LOCATION = { name: true, addressLine: true, postalCode: true, city: true, timeZone: true, phone: true } satisfies Prisma.LocationSelect;

export interface LoadedAppointment {
  readonly bookingId: string;
  readonly reference: string;
  readonly version: number;
  readonly providerId: string;
  readonly providerSlug: string;
  readonly organizationId: string | null;
  readonly providerUserId: string | null;
  readonly patientUserId: string | null;
  readonly patient: MessageAudience["patient"];
  readonly provider: MessageAudience["provider"];
  /** What the patient knows of its time; null for a booking that never moved. */
  readonly time: KnownTime | null;
  readonly facts: AppointmentFacts;
}

/**
 * Everything messages need of a booking, names made harmless. Null when it is gone or nobody's (a hold). Row after row:
 * Prisma would ask for related rows at once, and a transaction's one connection answers one statement at a time.
 */
export async function loadAppointment(tx: Tx, bookingId: string): Promise<LoadedAppointment | null> {
  const booking = await tx.booking.findUnique({ where: { id: bookingId }, select: BOOKING });
  if (booking === null || booking.patientId === null) return null;
  const patient = await tx.patient.findUniqueOrThrow({ where: { id: booking.patientId }, select: PATIENT });
  const provider = await tx.provider.findUniqueOrThrow({ where: { id: booking.providerId }, select: PROVIDER });
  const service = await tx.service.findUniqueOrThrow({ where: { id: booking.serviceId }, select: { asksAttendance: true } });
  const organization = provider.organizationId === null ? null : await tx.organization.findUnique({ where: { id: provider.organizationId }, select: ORGANIZATION });
  const locationId = booking.locationId ?? provider.locationId;
  const location = locationId === null ? null : await tx.location.findUnique({ where: { id: locationId }, select: LOCATION });
  const time = booking.rescheduledFromId === null ? null : await knownTime(tx, booking, patient.userId);
  const meet = booking.mode === "ONLINE" ? await tx.meetLink.findUnique({ where: { seriesId: booking.seriesId }, select: { state: true, url: true } }) : null;
  const isStopped = patient.email !== null && (await isReminderStopped(tx, { providerId: booking.providerId, address: patient.email }));
  const addressLines = location === null ? [] : [oneLine(location.addressLine), oneLine(`${location.postalCode} ${location.city}`)];
  const startsAt = booking.startsAt.getTime();
  return {
    bookingId: booking.id,
    reference: booking.reference,
    version: booking.version,
    providerId: booking.providerId,
    providerSlug: provider.slug,
    organizationId: provider.organizationId,
    providerUserId: provider.userId,
    patientUserId: patient.userId,
    patient: { channels: booking.channels, email: patient.email, phone: patient.phone, reminderChoice: reminderChoice({ isStopped, ofVisit: booking.reminderChoice, ofPatient: patient.reminderChoice }) },
    provider: { email: provider.email, phone: provider.phone, notifyByEmail: provider.notifyByEmail, notifyBySms: provider.notifyBySms, notifyByCard: provider.notifyByCard },
    time,
    facts: {
      seriesId: booking.seriesId,
      status: booking.status,
      asksAttendance: service.asksAttendance,
      awaitsCalendar: booking.calendarWait === "WAITING",
      isAttendanceConfirmed: booking.attendanceConfirmedAt !== null,
      mode: booking.mode,
      startsAt,
      endsAt: booking.endsAt.getTime(),
      bookedAt: time?.since ?? booking.createdAt.getTime(),
      changedAt: booking.updatedAt.getTime(),
      previous: time?.known ?? null,
      hasStood: time?.hasStood ?? false,
      sequence: booking.sequence,
      reminders: readReminders(booking),
      moveUntil: startsAt - booking.rescheduleWindowMinutes * MINUTE_MS,
      cancelUntil: startsAt - booking.cancellationWindowMinutes * MINUTE_MS,
      languages: { patient: readLanguage(booking.language ?? patient.language), provider: readLanguage(provider.language) },
      patient: { name: personName(patient.name), email: patient.email, timeZone: booking.patientTimeZone },
      provider: { name: oneLine(provider.name, 80), timeZone: provider.timeZone },
      clinic: {
        name: oneLine(organization?.name ?? provider.name, 80),
        email: organization?.email ?? provider.email,
        phone: phoneView(location?.phone ?? organization?.phone ?? provider.phone).phoneText,
        addressLines,
      },
      place: booking.mode === "IN_PERSON" && location !== null ? { lines: [oneLine(location.name), ...addressLines], timeZone: location.timeZone } : null,
      meetUrl: meet?.state === "READY" ? meet.url : null,
    },
  };
}
