import { findOpenEdit, findRefusedEdit, readEdit } from "@/application/calendar-edits/edit-rows";
import type { LinkFacts } from "@/application/calendar-edits/event-sides";
import type { BookingStatus, VisitMode } from "@/application/shared/common-schemas";
import type { MeetState, MeetSource, ConnectionStatus } from "@/generated/prisma/enums";
import type { RemoteEdit } from "@/domain/calendar-sync/compare-event";
import type { Db, Tx } from "@/platform/db";
import { readWrittenTexts, type WrittenTexts } from "./written-texts";

export interface PushFacts {
  readonly link: LinkFacts & { readonly eventId: string; readonly writtenTexts: WrittenTexts };
  /** What a person did to the event in Google and nobody has settled yet. */
  readonly openEdit: RemoteEdit | null;
  /** What was decided against and is to be written over. */
  readonly refusedEdit: RemoteEdit | null;
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
    readonly createdAt: number;
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
      state: true, eventId: true, etag: true, syncedVersion: true, baseStartsAt: true, baseEndsAt: true, writtenTexts: true,
      booking: { select: { id: true, seriesId: true, providerId: true, reference: true, status: true, mode: true, version: true, startsAt: true, endsAt: true, createdAt: true, timeZone: true, patient: { select: { name: true } }, location: { select: { name: true, addressLine: true, postalCode: true, city: true } } } },
      calendar: { select: { id: true, externalId: true, connectionId: true, connection: { select: { status: true } } } },
    },
  });
  if (link === null) return null;
  const { booking, calendar, baseStartsAt, baseEndsAt, writtenTexts, ...rest } = link;
  const open = await findOpenEdit(db, seriesId);
  const refused = await findRefusedEdit(db, booking, rest.state);
  const { patient, location, ...visit } = booking;
  return {
    link: { ...rest, base: baseStartsAt && baseEndsAt && { startsAt: baseStartsAt.getTime(), endsAt: baseEndsAt.getTime() }, writtenTexts: readWrittenTexts(writtenTexts) },
    openEdit: open && readEdit(open),
    refusedEdit: refused && readEdit(refused),
    booking: {
      ...visit,
      startsAt: visit.startsAt.getTime(),
      endsAt: visit.endsAt.getTime(),
      createdAt: visit.createdAt.getTime(),
      patientName: patient?.name ?? null,
      place: location && `${location.name}, ${location.addressLine}, ${location.postalCode} ${location.city}`,
    },
    meet: await db.meetLink.findUnique({ where: { seriesId }, select: { state: true, source: true, url: true } }),
    calendar: calendar && { id: calendar.id, externalId: calendar.externalId, connectionId: calendar.connectionId, connectionStatus: calendar.connection.status },
  };
}
