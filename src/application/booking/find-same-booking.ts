import type { AppContext } from "@/application/shared/context";
import type { Sql } from "@/application/shared/sql";
import type { BookingRecord } from "./booking-record";
import type { BookingConfirmation, ConfirmBookingInput } from "./booking-schemas";
import { linkTokenPlace, manageUrlFor } from "./manage-link";
import { readContact } from "./read-contact";
import { reasonPlace } from "./read-reason";
import { toBookingView } from "./to-booking-view";

type Said = Pick<ConfirmBookingInput, "patient" | "channels" | "reason">;

const FIRST_LINK_SQL = `
  SELECT id, token_ciphertext AS "ciphertext" FROM booking_link
  WHERE series_id = $1::uuid AND scope = 'manage' AND revoked_at IS NULL AND expires_at > $2::timestamptz ORDER BY id LIMIT 1`;

/**
 * What whoever confirmed a hold was answered, for when that answer got lost: the booking or request as it is now, with its
 * link. Null unless it stands, and the details are the very same. The caller has checked the hold's token.
 */
export async function findSameBooking(app: AppContext, sql: Sql, booking: BookingRecord, said: Said, now: number): Promise<BookingConfirmation | null> {
  if (booking.status !== "PENDING" && booking.status !== "CONFIRMED") return null;
  if (!(await isSaidBefore(app, booking, said))) return null;
  const [link] = await sql<{ id: string; ciphertext: string }>(FIRST_LINK_SQL, [booking.seriesId, new Date(now).toISOString()]);
  if (link === undefined) return null;
  const manageToken = await app.cipher.decrypt(link.ciphertext, linkTokenPlace(link.id));
  return { ...toBookingView(booking, now), manageToken, manageUrl: manageUrlFor(app, manageToken) };
}

async function isSaidBefore(app: AppContext, booking: BookingRecord, said: Said): Promise<boolean> {
  const { name, email, phone, channels } = readContact(said, booking.location?.country, app.config.smsCountries);
  const { patient } = booking;
  if (patient === null || patient.name !== name || patient.email !== email || patient.phone !== phone) return false;
  if (channels.length !== booking.channels.length || channels.some((channel) => !booking.channels.includes(channel))) return false;
  const reason = booking.reasonCiphertext === null ? "" : await app.cipher.decrypt(booking.reasonCiphertext, reasonPlace(booking));
  return reason === (said.reason ?? "");
}
