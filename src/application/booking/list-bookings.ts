import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { staffScope } from "@/application/shared/staff-scope";
import { listBookingRecords } from "./booking-record";
import type { ListBookingsInput, StaffBookingPage } from "./booking-schemas";
import { phoneDigits } from "./phone-digits";
import { toStaffBookingView } from "./to-staff-booking-view";

/** What a clinic looks at unless it asks for more: rows that were replaced or abandoned tell nobody anything. */
const SHOWN_STATUSES = ["HELD", "PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED", "DECLINED", "CANCELLED", "NO_SHOW"] as const;

/**
 * A clinic's bookings: from a given instant on in order of time, else the latest first. Without a provider those of the
 * viewer and of the viewer's organizations. Reasons for visits are not in lists. Throws NOT_FOUND, NOT_ALLOWED.
 */
export async function listBookings(app: AppContext, input: ListBookingsInput): Promise<StaffBookingPage> {
  const scope = await staffScope(app, input.providerId, "booking.list");
  const values: unknown[] = [scope.providerIds, scope.organizationIds, input.statuses ?? SHOWN_STATUSES];
  const param = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["(b.provider_id = ANY($1::uuid[]) OR p.organization_id = ANY($2::uuid[]))", "b.status::text = ANY($3::text[])"];
  if (input.from !== undefined) conditions.push(`b.ends_at > ${param(input.from)}::timestamptz`);
  if (input.to !== undefined) conditions.push(`b.starts_at < ${param(input.to)}::timestamptz`);
  if (input.query) {
    const digits = phoneDigits(input.query);
    const pattern = param(`%${input.query.replace(/[\\%_]/g, "\\$&")}%`);
    conditions.push(`(b.reference ILIKE ${pattern} OR pt.name ILIKE ${pattern} OR pt.email ILIKE ${pattern}${digits === null ? "" : ` OR pt.phone LIKE ${param(`%${digits}%`)}`})`);
  }
  const [order, beyond] = input.from === undefined ? ["DESC", "<"] : ["ASC", ">"];
  if (input.cursor !== undefined) conditions.push(`(b.starts_at, b.id) ${beyond} (SELECT c.starts_at, c.id FROM booking c WHERE c.id = ${param(input.cursor)}::uuid)`);
  const clause = `WHERE ${conditions.join(" AND ")} ORDER BY b.starts_at ${order}, b.id ${order} LIMIT ${param(input.limit + 1)}::int`;
  const records = await listBookingRecords(readSql(app), clause, values);
  const items = records.slice(0, input.limit);
  const now = app.clock.now();
  return { items: items.map((record) => toStaffBookingView(record, now)), nextCursor: records.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}
