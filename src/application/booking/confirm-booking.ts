import { audit } from "@/application/shared/audit";
import type { Actor } from "@/application/shared/actor";
import { authorize, can } from "@/application/shared/authorize";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { sqlOf } from "@/application/shared/sql";
import { inTransaction } from "@/application/shared/transaction";
import { announceChange } from "@/application/messages/announce-change";
import { decideBooking } from "@/domain/booking/decide-booking";
import { equalsInConstantTime, hashToken } from "@/platform/crypto";
import type { Tx } from "@/platform/db";
import { lockBookingRecord, subjectOf, type BookingRecord } from "./booking-record";
import type { BookingConfirmation, ConfirmBookingInput } from "./booking-schemas";
import { followConfirmed } from "./follow-up";
import { keepPatient } from "./keep-patient";
import { issueManageLink, linkExpiry, manageUrlFor } from "./manage-link";
import { readContact } from "./read-contact";
import { reasonPlace } from "./read-reason";
import { toBookingView } from "./to-booking-view";

/**
 * Turns a hold into a booking, or into a request where the provider approves each one.
 * Throws HOLD_INVALID, HOLD_EXPIRED, STATUS_CONFLICT (confirmed before), SLOT_NOT_OFFERED, NOTICE_TOO_SHORT, VALIDATION_FAILED.
 */
export async function confirmBooking(app: AppContext, input: ConfirmBookingInput): Promise<BookingConfirmation> {
  authorize(app.actor, "booking.confirm");
  assertTimeZone(input.timeZone);
  return inTransaction(app, async (tx) => {
    const hold = await lockHold(tx, input.holdId);
    const now = app.clock.now();
    const isTokenRight = equalsInConstantTime(hold.holdTokenHash ?? "", hashToken(input.holdToken));
    const verdict = decideBooking(
      { status: hold.status, isTokenRight, holdExpiresAt: hold.holdExpiresAt ?? 0, startsAt: hold.startsAt, isProviderActive: hold.provider.status === "ACTIVE", requiresApproval: hold.service.requiresApproval },
      now,
    );
    if (!verdict.ok) throw new AppError(verdict.reason);
    const booking = await writeBooking(app, tx, hold, { ...input, status: verdict.status, pendingExpiresAt: verdict.pendingExpiresAt });
    const manageToken = await issueManageLink(app, tx, booking.seriesId, linkExpiry(booking.endsAt));
    await audit(tx, app.actor, { action: "booking.confirm", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: { status: booking.status, reference: booking.reference } });
    const followed = await announceBooking(tx, booking, now);
    return { ...toBookingView(followed, now), manageToken, manageUrl: manageUrlFor(app, manageToken) };
  });
}

/** An unknown hold and a wrong token look the same to the caller. */
async function lockHold(tx: Tx, holdId: string): Promise<BookingRecord> {
  return lockBookingRecord(sqlOf(tx), { id: holdId }).catch((error: unknown) => {
    throw error instanceof AppError && error.code === "NOT_FOUND" ? new AppError("HOLD_INVALID") : error;
  });
}

export interface BookingDetails extends Pick<ConfirmBookingInput, "patient" | "channels" | "reason" | "timeZone"> {
  readonly status: "PENDING" | "CONFIRMED";
  /** Epoch ms. */
  readonly pendingExpiresAt: number | null;
}

/** Gives a held row its patient and status. The caller has locked and judged it. Throws VALIDATION_FAILED. */
export async function writeBooking(app: AppContext, tx: Tx, hold: BookingRecord, details: BookingDetails): Promise<BookingRecord> {
  const contact = readContact(details, hold.location?.country);
  const userId = patientUserOf(app.actor, hold);
  const patientId = await keepPatient(sqlOf(tx), hold.providerId, userId, contact, details.timeZone);
  const reasonCiphertext = details.reason ? await app.cipher.encrypt(details.reason, reasonPlace(hold)) : null;
  const { status, pendingExpiresAt } = details;
  const version = hold.version + 1;
  const changed = { status, pendingExpiresAt, patientId, patientTimeZone: details.timeZone, channels: contact.channels, reasonCiphertext, holdExpiresAt: null, version };
  await tx.booking.update({ where: { id: hold.id }, data: { ...changed, pendingExpiresAt: pendingExpiresAt === null ? null : new Date(pendingExpiresAt) }, select: { id: true } });
  return { ...hold, ...changed, patient: { name: contact.name, email: contact.email, phone: contact.phone, userId } };
}

/** A signed-in person books for themselves, unless they work for this provider and book for a caller. */
const patientUserOf = (actor: Actor, hold: BookingRecord): string | null => (actor.kind === "user" && !can(actor, "booking.override", subjectOf(hold)) ? actor.userId : null);

/** Tells everyone about a new booking or request. Returns it as it is now. */
export async function announceBooking(tx: Tx, booking: BookingRecord, now: number): Promise<BookingRecord> {
  if (booking.status === "CONFIRMED") return followConfirmed(tx, booking, "confirmed", now);
  await announceChange(tx, booking, "pending");
  return booking;
}
