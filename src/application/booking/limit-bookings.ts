import { Prisma } from "@/generated/prisma/client";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { DAY_MS } from "@/domain/time/calendar-day";
import type { Contact } from "./read-contact";

const iso = (at: number) => new Date(at).toISOString();

/** Demands of a guest that not too much of a provider was booked for the same e-mail address or number within 24 hours. Exact under the provider's lock. */
export function limitBookings({ actor, config }: AppContext, changes: Changes, providerId: string, { email, phone }: Contact, now: number): void {
  if (actor.kind !== "guest") return;
  const isTheirs = email === null ? Prisma.sql`p.phone = ${phone}` : phone === null ? Prisma.sql`p.email = ${email}` : Prisma.sql`(p.email = ${email} OR p.phone = ${phone})`;
  changes.demand(
    Prisma.sql`(SELECT count(*) FROM patient p JOIN booking b ON b.patient_id = p.id
      WHERE p.provider_id = ${providerId}::uuid AND p.user_id IS NULL AND ${isTheirs} AND b.status IN ('PENDING', 'CONFIRMED')
        AND b.starts_at > ${iso(now)}::timestamptz AND b.created_at > ${iso(now - DAY_MS)}::timestamptz) < ${config.guestLimits.bookings}::int`,
    () => new AppError("TOO_MANY_BOOKINGS"),
  );
}
