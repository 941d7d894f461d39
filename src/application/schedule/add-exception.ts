import { uuidv7 } from "uuidv7";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { addDays, compare } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import { toDateColumn } from "./civil-date-column";
import type { AddExceptionInput } from "./schedule-schemas";

const MAX_EXCEPTIONS = 500;

/**
 * Adds leave (CLOSED), other hours (HOURS) or extra hours (EXTRA) for local days, both ends included. Bookings stay;
 * `bookingsInside` counts those the provider may want to move.
 */
export async function addException(app: AppContext, input: AddExceptionInput): Promise<{ id: string; bookingsInside: number }> {
  const provider = await getStaffedProvider(app, "schedule.edit", input.providerId);
  if (compare(input.toDate, civilDateOf(app.clock.now(), provider.timeZone)) < 0) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "toDate", message: "These days are already past." }] });
  return inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const known = await tx.availabilityException.count({ where: { providerId: provider.id } });
    if (known >= MAX_EXCEPTIONS) throw new AppError("VALIDATION_FAILED", { message: `A schedule has at most ${MAX_EXCEPTIONS} dated changes. Remove some first.` });
    const id = uuidv7();
    const { kind, startMinute, endMinute, label } = input;
    await tx.availabilityException.create({ data: { id, providerId: provider.id, kind, fromDate: toDateColumn(input.fromDate), toDate: toDateColumn(input.toDate), startMinute, endMinute, label } });
    await audit(tx, app.actor, { action: "schedule.add-exception", subjectKind: "schedule", subjectId: provider.id, providerId: provider.id, after: { id, kind, fromDate: input.fromDate, toDate: input.toDate, startMinute, endMinute } });
    const from = new Date(startOfDay(input.fromDate, provider.timeZone));
    const to = new Date(startOfDay(addDays(input.toDate, 1), provider.timeZone));
    const bookingsInside =
      kind !== "CLOSED" ? 0 : await tx.booking.count({ where: { providerId: provider.id, status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN"] }, startsAt: { lt: to }, endsAt: { gt: from } } });
    return { id, bookingsInside };
  });
}
