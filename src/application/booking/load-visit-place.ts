import { hasCalendarAccount } from "@/application/calendar/request-calendar-update";
import { AppError } from "@/application/shared/errors";
import type { Sql } from "@/application/shared/sql";
import { LOCATION, PROVIDER, type BookingRecord } from "./booking-record";

/** What a booking shows of its provider and place, before there is a booking. */
export type VisitPlace = Pick<BookingRecord, "provider" | "location" | "hasCalendarAccount">;

const SQL = `
  SELECT ${PROVIDER} AS provider, ${LOCATION} AS location, ${hasCalendarAccount("p.id")} AS "hasCalendarAccount"
  FROM provider p LEFT JOIN location l ON l.id = p.location_id
  WHERE p.id = $1::uuid`;

/** Throws NOT_FOUND. */
export async function loadVisitPlace(sql: Sql, providerId: string): Promise<VisitPlace> {
  const [place] = await sql<VisitPlace>(SQL, [providerId]);
  if (!place) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  return place;
}
