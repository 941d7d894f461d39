import type { AppointmentFacts } from "@/domain/messages/appointment-facts";
import type { MessageAudience } from "@/domain/messages/plan-messages";
import { oneLine, personName } from "@/domain/messages/safe-text";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

const MINUTE_MS = 60_000;

/** Named one by one: what is not loaded cannot leak. Neither service nor reason nor notes are here. */
const SELECT = {
  id: true, seriesId: true, reference: true, providerId: true, status: true, mode: true, version: true, sequence: true,
  startsAt: true, endsAt: true, createdAt: true, patientTimeZone: true, channels: true, reminderMinutes: true,
  cancellationWindowMinutes: true, rescheduleWindowMinutes: true, rescheduledFromId: true,
  patient: { select: { name: true, email: true, phone: true, userId: true } },
  location: { select: { name: true, addressLine: true, postalCode: true, city: true, timeZone: true, phone: true } },
  provider: {
    select: {
      name: true, slug: true, timeZone: true, email: true, phone: true, notifyByEmail: true, notifyBySms: true, userId: true,
      organization: { select: { name: true, email: true, phone: true } },
      location: { select: { name: true, addressLine: true, postalCode: true, city: true, timeZone: true, phone: true } },
    },
  },
} satisfies Prisma.BookingSelect;

export interface LoadedAppointment {
  readonly bookingId: string;
  readonly reference: string;
  readonly version: number;
  readonly providerId: string;
  readonly providerSlug: string;
  readonly providerUserId: string | null;
  readonly patientUserId: string | null;
  readonly patient: MessageAudience["patient"];
  readonly provider: MessageAudience["provider"];
  readonly facts: AppointmentFacts;
}

/** Everything messages need of a booking, names made harmless. Null when it is gone or nobody's (a hold). */
export async function loadAppointment(tx: Tx, bookingId: string): Promise<LoadedAppointment | null> {
  const booking = await tx.booking.findUnique({ where: { id: bookingId }, select: SELECT });
  if (booking?.patient == null) return null;
  const previous = booking.rescheduledFromId === null ? null : await tx.booking.findUnique({ where: { id: booking.rescheduledFromId }, select: { startsAt: true } });
  const meet = booking.mode === "ONLINE" ? await tx.meetLink.findUnique({ where: { seriesId: booking.seriesId }, select: { state: true, url: true } }) : null;
  const { patient, provider } = booking;
  const { organization } = provider;
  const location = booking.location ?? provider.location;
  const addressLines = location === null ? [] : [oneLine(location.addressLine), oneLine(`${location.postalCode} ${location.city}`)];
  const startsAt = booking.startsAt.getTime();
  return {
    bookingId: booking.id,
    reference: booking.reference,
    version: booking.version,
    providerId: booking.providerId,
    providerSlug: provider.slug,
    providerUserId: provider.userId,
    patientUserId: patient.userId,
    patient: { channels: booking.channels, email: patient.email, phone: patient.phone },
    provider: { email: provider.email, phone: provider.phone, notifyByEmail: provider.notifyByEmail, notifyBySms: provider.notifyBySms },
    facts: {
      seriesId: booking.seriesId,
      status: booking.status,
      mode: booking.mode,
      startsAt,
      endsAt: booking.endsAt.getTime(),
      createdAt: booking.createdAt.getTime(),
      previousStartsAt: previous?.startsAt.getTime() ?? null,
      sequence: booking.sequence,
      reminderMinutes: booking.reminderMinutes,
      moveUntil: startsAt - booking.rescheduleWindowMinutes * MINUTE_MS,
      cancelUntil: startsAt - booking.cancellationWindowMinutes * MINUTE_MS,
      patient: { name: personName(patient.name), email: patient.email, timeZone: booking.patientTimeZone },
      provider: { name: oneLine(provider.name, 80), timeZone: provider.timeZone },
      clinic: {
        name: oneLine(organization?.name ?? provider.name, 80),
        email: organization?.email ?? provider.email,
        phone: location?.phone ?? organization?.phone ?? provider.phone,
        addressLines,
      },
      place: booking.mode === "IN_PERSON" && location !== null ? { lines: [oneLine(location.name), ...addressLines], timeZone: location.timeZone } : null,
      meetUrl: meet?.state === "READY" ? meet.url : null,
    },
  };
}
