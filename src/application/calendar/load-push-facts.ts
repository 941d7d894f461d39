import type { BookingStatus, VisitMode } from "@/application/shared/common-schemas";
import type { MeetState, MeetSource, SyncState, ConnectionStatus } from "@/generated/prisma/enums";
import type { Db, Tx } from "@/platform/db";

export interface PushFacts {
  readonly link: { readonly state: SyncState; readonly eventId: string; readonly etag: string | null; readonly syncedVersion: number | null };
  readonly booking: {
    readonly id: string;
    readonly seriesId: string;
    readonly providerId: string;
    readonly reference: string;
    readonly status: BookingStatus;
    readonly mode: VisitMode;
    readonly version: number;
    /** Epoch milliseconds. */
    readonly startsAt: number;
    readonly endsAt: number;
    readonly timeZone: string;
    readonly patientName: string | null;
    readonly place: string | null;
  };
  readonly meet: { readonly state: MeetState; readonly source: MeetSource; readonly url: string | null } | null;
  /** Where the event stands or shall stand; null while no account is connected. */
  readonly calendar: { readonly id: string; readonly externalId: string; readonly connectionId: string; readonly connectionStatus: ConnectionStatus } | null;
}

/** The event link of a series with its current booking; null when there is no link. */
export async function loadPushFacts(db: Db | Tx, seriesId: string): Promise<PushFacts | null> {
  const link = await db.calendarEventLink.findUnique({
    where: { seriesId },
    select: {
      state: true, eventId: true, etag: true, syncedVersion: true,
      booking: { select: { id: true, seriesId: true, providerId: true, reference: true, status: true, mode: true, version: true, startsAt: true, endsAt: true, timeZone: true, patient: { select: { name: true } }, location: { select: { name: true, addressLine: true, postalCode: true, city: true } } } },
      calendar: { select: { id: true, externalId: true, connectionId: true, connection: { select: { status: true } } } },
    },
  });
  if (link === null) return null;
  const { booking, calendar, ...rest } = link;
  const { patient, location, ...visit } = booking;
  return {
    link: rest,
    booking: {
      ...visit,
      startsAt: visit.startsAt.getTime(),
      endsAt: visit.endsAt.getTime(),
      patientName: patient?.name ?? null,
      place: location && `${location.name}, ${location.addressLine}, ${location.postalCode} ${location.city}`,
    },
    meet: await db.meetLink.findUnique({ where: { seriesId }, select: { state: true, source: true, url: true } }),
    calendar: calendar && { id: calendar.id, externalId: calendar.externalId, connectionId: calendar.connectionId, connectionStatus: calendar.connection.status },
  };
}
