import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { listBookingRecords } from "./booking-record";
import type { OwnBookingsView } from "./booking-schemas";
import { manageUrlsOf } from "./manage-link";
import { toBookingView } from "./to-booking-view";

const MINE = `
  WHERE (pt.user_id = $1::uuid OR (pt.user_id IS NULL AND pt.email = (SELECT u.email FROM "user" u WHERE u.id = $1::uuid AND u.email_verified IS NOT NULL)))
    AND b.status NOT IN ('HELD', 'RESCHEDULED')
  ORDER BY b.starts_at DESC LIMIT 200`;

/** The signed-in patient's bookings, guest bookings made with their verified e-mail address included. Throws NOT_AUTHENTICATED. */
export async function listOwnBookings(app: AppContext): Promise<OwnBookingsView> {
  authorize(app.actor, "booking.list-own");
  if (app.actor.kind !== "user") throw new AppError("NOT_AUTHENTICATED");
  const records = await listBookingRecords(readSql(app), MINE, [app.actor.userId]);
  const urls = await manageUrlsOf(app, records.map((record) => record.seriesId));
  const now = app.clock.now();
  const own = records.map((record) => ({ ...toBookingView(record, now), manageUrl: urls.get(record.seriesId) ?? null }));
  const isUpcoming = ({ status, endsAt }: (typeof own)[number]) => (status === "PENDING" || status === "CONFIRMED" || status === "CHECKED_IN") && Date.parse(endsAt) > now;
  return { upcoming: own.filter(isUpcoming).reverse(), past: own.filter((booking) => !isUpcoming(booking)) };
}
