import { askForNumber } from "@/application/phones/ask-for-number";
import { awaitCalendars } from "@/application/calendar-outage/await-calendars";
import { wouldGuess } from "@/application/calendar-outage/readings";
import { audit } from "@/application/shared/audit";
import { actorId, type Actor } from "@/application/shared/actor";
import { authorize, can } from "@/application/shared/authorize";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import type { Sql } from "@/application/shared/sql";
import { announceChange } from "@/application/messages/announce-change";
import { decideBooking } from "@/domain/booking/decide-booking";
import { readLanguage } from "@/domain/messages/language";
import { Prisma } from "@/generated/prisma/client";
import { equalsInConstantTime, hashToken } from "@/platform/crypto";
import { lockBookingToConfirm, subjectOf, type BookingRecord } from "./booking-record";
import type { BookingConfirmation, ConfirmBookingInput } from "./booking-schemas";
import { findSameBooking } from "./find-same-booking";
import { followConfirmed } from "./follow-up";
import { keepPatient } from "./keep-patient";
import { limitBookings } from "./limit-bookings";
import { issueManageLink, linkExpiry, manageUrlFor, newManageLink } from "./manage-link";
import { readContact } from "./read-contact";
import { reasonPlace } from "./read-reason";
import { toBookingView } from "./to-booking-view";
import { takenSince, wantLiveCheck, withLiveCheck } from "./with-live-check";

/**
 * Turns a hold into a booking; into a request where the provider approves each one, and while a calendar does not answer
 * and the provider's policy takes that for no ground to confirm on.
 * Who confirms the same hold with the same details again, because the answer got lost, is given the booking it became.
 * Throws HOLD_INVALID, HOLD_EXPIRED, STATUS_CONFLICT (confirmed before with other details, or ended since), SLOT_NOT_OFFERED, NOTICE_TOO_SHORT,
 * TOO_MANY_BOOKINGS, VALIDATION_FAILED, and SLOT_TAKEN when something in a calendar has taken the time since.
 */
export async function confirmBooking(app: AppContext, input: ConfirmBookingInput): Promise<BookingConfirmation> {
  authorize(app.actor, "booking.confirm");
  assertTimeZone(input.timeZone);
  const link = await newManageLink(app);
  // A hold begins its series.
  const reasonCiphertext = input.reason ? await app.cipher.encrypt(input.reason, reasonPlace({ seriesId: input.holdId })) : null;
  const confirm = async (app: AppContext, sql: Sql, changes: Changes) => {
    // An unknown hold and a wrong token look the same to the caller.
    const hold = await lockBookingToConfirm(sql, { id: input.holdId }, () => new AppError("HOLD_INVALID"));
    const now = app.clock.now();
    const isTokenRight = equalsInConstantTime(hold.holdTokenHash ?? "", hashToken(input.holdToken));
    const same = isTokenRight ? await findSameBooking(app, sql, hold, input, now) : null;
    if (same !== null) return same;
    const verdict = decideBooking(
      {
        status: hold.status, isTokenRight, holdExpiresAt: hold.holdExpiresAt ?? 0, startsAt: hold.startsAt, isProviderActive: hold.provider.status === "ACTIVE", requiresApproval: hold.service.requiresApproval,
        isGuess: wouldGuess(app, hold.readings, now),
      },
      now,
    );
    if (!verdict.ok) throw verdict.reason === "STATUS_CONFLICT" ? bookedOtherwise() : new AppError(verdict.reason);
    if (hold.isTaken) throw await takenSince(sql, { ...hold, service: hold.service.slug }, now);
    const booking = writeBooking(app, changes, hold, { ...input, reasonCiphertext, ...verdict, now });
    wantLiveCheck(app, hold.readings, { providerId: hold.providerId, service: hold.service.slug, startsAt: hold.startsAt, span: [hold.blockedFrom, hold.blockedTo], seriesId: hold.seriesId, holdId: hold.id });
    if (verdict.waitsForCalendar) await awaitCalendars(app, changes, hold.readings);
    issueManageLink(changes, link, booking.seriesId, linkExpiry(booking.endsAt));
    await audit(changes, app.actor, { action: "booking.confirm", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: { status: booking.status, reference: booking.reference, ...(verdict.waitsForCalendar && { waitsForCalendar: true }) } });
    const followed = await announceBooking(app, changes, booking, now);
    return { ...toBookingView(followed, now), manageToken: link.token, manageUrl: manageUrlFor(app, link.token) };
  };
  return withLiveCheck(app, (asked) => decideAndWrite(asked, (sql, changes) => confirm(asked, sql, changes), lockProviderStatement({ holdId: input.holdId })));
}

const bookedOtherwise = () => new AppError("STATUS_CONFLICT", { message: "This time was booked before with other details, or has changed since. The message about it has the link that shows it." });

interface BookingDetails extends Pick<ConfirmBookingInput, "patient" | "channels" | "timeZone" | "language"> {
  readonly status: "PENDING" | "CONFIRMED";
  readonly reasonCiphertext: string | null;
  /** Epoch ms. */
  readonly pendingExpiresAt: number | null;
  readonly waitsForCalendar: boolean;
  readonly now: number;
}

/** Gives a held row, locked and judged, its patient and status. Throws VALIDATION_FAILED. */
function writeBooking(app: AppContext, changes: Changes, hold: BookingRecord, details: BookingDetails): BookingRecord {
  const { status, pendingExpiresAt, waitsForCalendar, reasonCiphertext, timeZone, now } = details;
  const contact = readContact(details, hold.location?.country, app.config.smsCountries);
  const userId = patientUserOf(app.actor, hold);
  const language = details.language ? readLanguage(details.language) : null;
  const patientId = keepPatient(changes, hold.providerId, userId, contact, timeZone, language);
  limitBookings(app, changes, hold.providerId, contact, now);
  askForNumber(actorId(app.actor), changes, { seriesId: hold.seriesId, providerId: hold.providerId, contact, userId, now });
  const version = hold.version + 1;
  const calendarWait = waitsForCalendar ? ("WAITING" as const) : null;
  const calendarWaitSince = waitsForCalendar ? now : null;
  changes.write("booked", Prisma.sql`
    UPDATE booking SET status = ${status}::booking_status, pending_expires_at = ${iso(pendingExpiresAt)}::timestamptz, calendar_wait = ${calendarWait}::calendar_wait, calendar_wait_since = ${iso(calendarWaitSince)}::timestamptz, patient_id = ${patientId}, patient_time_zone = ${timeZone}, language = ${language},
      channels = ${contact.channels}::text[]::message_channel[], reason_ciphertext = ${reasonCiphertext}, hold_expires_at = NULL, held_by = NULL, version = ${version}::int, updated_at = ${iso(now)}::timestamptz
    WHERE id = ${hold.id}::uuid`);
  return {
    ...hold, status, pendingExpiresAt, calendarWait, calendarWaitSince, patientTimeZone: timeZone, language, channels: contact.channels, reasonCiphertext, holdExpiresAt: null, version,
    patient: { name: contact.name, email: contact.email, phone: contact.phone, userId },
  };
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A signed-in person books for themselves, unless they work for this provider and book for a caller. */
const patientUserOf = (actor: Actor, hold: BookingRecord): string | null => (actor.kind === "user" && !can(actor, "booking.override", subjectOf(hold)) ? actor.userId : null);

/** Tells everyone about a new booking or request. Returns it as it is now. */
async function announceBooking(app: AppContext, changes: Changes, booking: BookingRecord, now: number): Promise<BookingRecord> {
  if (booking.status === "CONFIRMED") return followConfirmed(app, changes, booking, "confirmed", now);
  await announceChange(changes, booking, "pending", { now, graceMs: app.config.changeGraceMs });
  return booking;
}
