import { getBookingRecord, subjectOf, type BookingRecord } from "@/application/booking/booking-record";
import type { BookingRefInput } from "@/application/booking/booking-schemas";
import { toMeetView } from "@/application/booking/to-booking-view";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { phoneView } from "@/application/shared/phone-view";
import { readSql } from "@/application/shared/sql";
import { normalizeReference } from "@/domain/booking/booking-reference";
import { doorOpensAt, visitDoor } from "@/domain/booking/visit-door";
import { toLocal } from "@/domain/time/local-time";
import type { VisitView } from "./visit-schemas";

/** The door of the visit that the bearer's manage link opens. Throws LINK_INVALID for everybody else. */
export async function getVisitByLink(app: AppContext): Promise<VisitView> {
  if (app.actor.kind !== "link") throw new AppError("LINK_INVALID");
  return getVisit(app, await getBookingRecord(readSql(app), { seriesId: app.actor.seriesId }));
}

/** The door of a visit, for its signed-in patient and their clinic. Throws NOT_FOUND, NOT_ALLOWED. */
export async function getOwnVisit(app: AppContext, { reference }: BookingRefInput): Promise<VisitView> {
  return getVisit(app, await getBookingRecord(readSql(app), { reference: normalizeReference(reference) }));
}

async function getVisit(app: AppContext, booking: BookingRecord): Promise<VisitView> {
  authorize(app.actor, "booking.view", subjectOf(booking));
  const { seriesId, startsAt, patientTimeZone, provider, location } = booking;
  const before = await app.db.booking.findFirst({ where: { seriesId, status: "RESCHEDULED" }, orderBy: { createdAt: "desc" }, select: { startsAt: true } });
  const now = app.clock.now();
  const door = visitDoor(booking, now);
  const { status: link, url } = toMeetView(booking);
  return {
    reference: booking.reference,
    status: booking.status,
    mode: booking.mode,
    door,
    link,
    url: door === "open" ? url : null,
    now: iso(now),
    opensAt: iso(doorOpensAt(booking)),
    startsAt: iso(startsAt),
    endsAt: iso(booking.endsAt),
    timeZone: patientTimeZone,
    providerTimeZone: booking.timeZone,
    localStart: toLocal(startsAt, patientTimeZone),
    localOpensAt: toLocal(doorOpensAt(booking), patientTimeZone),
    providerLocalStart: toLocal(startsAt, booking.timeZone),
    movedFrom: before && toLocal(before.startsAt.getTime(), patientTimeZone),
    provider: { slug: provider.slug, name: provider.name, portraitSeed: provider.portraitSeed },
    ...phoneView(location?.phone ?? provider.phone),
  };
}

const iso = (at: number) => new Date(at).toISOString();
