import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { getBookingRecord, subjectOf, type BookingRecord } from "./booking-record";
import type { BookingView } from "./booking-schemas";
import { toBookingView } from "./to-booking-view";

/** The booking that the bearer's manage link opens. Throws LINK_INVALID for everybody else. */
export async function getBookingByLink(app: AppContext): Promise<BookingView> {
  return toBookingView(await recordOfLink(app), app.clock.now());
}

/** The reference that a manage link stands for. Throws LINK_INVALID for everybody else, NOT_ALLOWED when another one is named. */
export async function referenceOfLink(app: AppContext, named: string | undefined): Promise<string> {
  const { reference } = await recordOfLink(app);
  if (named !== undefined && named !== reference) throw new AppError("NOT_ALLOWED");
  return reference;
}

async function recordOfLink(app: AppContext): Promise<BookingRecord> {
  if (app.actor.kind !== "link") throw new AppError("LINK_INVALID");
  const booking = await getBookingRecord(readSql(app), { seriesId: app.actor.seriesId });
  authorize(app.actor, "booking.view", subjectOf(booking));
  return booking;
}
