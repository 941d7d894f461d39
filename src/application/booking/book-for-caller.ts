import { awaitCalendars } from "@/application/calendar-outage/await-calendars";
import { wouldGuess } from "@/application/calendar-outage/readings";
import { announceChange } from "@/application/messages/announce-change";
import type { ProviderFacts } from "@/application/availability/load-availability-facts";
import { getOffer } from "@/application/availability/offered-service";
import { audit } from "@/application/shared/audit";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import { authorize } from "@/application/shared/authorize";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import type { Sql } from "@/application/shared/sql";
import { noteDeskNumber } from "@/application/phones/note-desk-number";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { pendingExpiry } from "@/domain/booking/decide-booking";
import { assessStart } from "./assess-start";
import type { BookingRecord } from "./booking-record";
import type { BookForCallerInput, StaffBookingView } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { insertBooking, newSeries, serviceSnapshot } from "./insert-booking";
import { keepPatient } from "./keep-patient";
import { loadVisitPlace } from "./load-visit-place";
import { issueManageLink, linkExpiry, newManageLink } from "./manage-link";
import { overlapsBooking } from "./overlaps-booking";
import { readContact } from "./read-contact";
import { reasonPlace } from "./read-reason";
import { StartRefused, withAlternatives } from "./start-refused";
import { toStaffBookingView } from "./to-staff-booking-view";

const NO_WAIT = { status: "CONFIRMED", calendarWait: null, calendarWaitSince: null, pendingExpiresAt: null } as const;

/**
 * The front desk books for somebody on the phone: confirmed at once, approval included, unless a calendar does not answer:
 * then as a patient does, as a request that waits for it. With an override and its reason confirmed all the same, and also
 * where search offers nothing, but never in the past.
 * Throws what `holdSlot` and `confirmBooking` throw, and NOT_ALLOWED.
 */
export async function bookForCaller(app: AppContext, input: BookForCallerInput): Promise<StaffBookingView> {
  assertTimeZone(input.timeZone);
  const link = await newManageLink(app);
  const series = newSeries();
  const reasonCiphertext = input.reason ? await app.cipher.encrypt(input.reason, reasonPlace(series)) : null;
  const book = async (sql: Sql, changes: Changes) => {
    const now = app.clock.now();
    const [start, visit] = await Promise.all([findStart(app, sql, input, now), loadVisitPlace(sql, input.providerId)]);
    const contact = readContact(input, visit.location?.country, app.config.smsCountries);
    const { facts: { provider }, service, span, isOverbook } = start;
    const wait = input.override === undefined && wouldGuess(app, start.facts.readings, now) ? ({ status: "PENDING", calendarWait: "WAITING", calendarWaitSince: now, pendingExpiresAt: pendingExpiry(span.startsAt, now) } as const) : NO_WAIT;
    const row = {
      ...series, ...span, ...serviceSnapshot(service, provider), ...wait, source: "DESK" as const, mode: input.mode, patientTimeZone: input.timeZone,
      channels: contact.channels, reasonCiphertext, isOverbook, overrideReason: input.override?.reason ?? null, sequence: 0, version: 1,
    };
    const patientId = keepPatient(changes, provider.id, null, contact, input.timeZone, null);
    insertBooking(changes, { ...row, patientId }, now, () => new StartRefused("BUSY", { ...start, wanted: span.startsAt, now }));
    noteDeskNumber(changes, { seriesId: series.seriesId, providerId: provider.id, contact, now }, { patientId, isAgreed: input.agreedToTexts === true });
    issueManageLink(changes, link, series.seriesId, linkExpiry(span.endsAt));
    await audit(changes, app.actor, { action: "booking.book-for-caller", subjectKind: "booking", subjectId: series.id, providerId: provider.id, after: { status: row.status, reference: series.reference, isOverbook } });
    const booking: BookingRecord = {
      ...row, ...visit, service: { slug: service.slug, requiresApproval: service.requiresApproval }, patient: { ...contact, userId: null }, patientId: null,
      cancelledBy: null, cancellationNote: null, holdTokenHash: null, holdExpiresAt: null, attendanceConfirmedAt: null, reminderChoice: null, language: null, meet: null, event: null,
      createdAt: now,
    };
    if (booking.status === "CONFIRMED") return toStaffBookingView(await followConfirmed(app, changes, booking, "confirmed", now), now);
    if (start.facts.readings) await awaitCalendars(app, changes, start.facts.readings);
    await announceChange(changes, booking, "pending", { now, graceMs: app.config.changeGraceMs });
    return toStaffBookingView(booking, now);
  };
  return withAlternatives(app, () => decideAndWrite(app, book, lockProviderStatement({ id: input.providerId })));
}

/** Where the visit goes, for somebody who may put it there. */
async function findStart(app: AppContext, sql: Sql, input: BookForCallerInput, now: number) {
  const startsAt = Date.parse(input.startsAt);
  const offerOf = (loaded: readonly ProviderFacts[]) => getOffer(loaded, input.service);
  const { facts, service, refusal } = await assessStart(sql, { which: { ids: [input.providerId] }, offerOf, startsAt, now });
  const { provider } = facts;
  authorize(app.actor, "booking.override", { providerId: provider.id, organizationId: provider.organizationId });
  if (!service.modes.includes(input.mode)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "mode", message: `must be one of ${service.modes.join(", ")}` }] });
  const mayOverride = input.override !== undefined && refusal !== "IN_THE_PAST";
  if (refusal && !mayOverride) throw new StartRefused(refusal, { facts, service, wanted: startsAt, now });
  const span = blockedSpan(startsAt, service);
  return { facts, service, span, isOverbook: mayOverride && (await overlapsBooking(sql, provider.id, span, now)) };
}
