import type { BusyFacts } from "@/domain/availability/availability-facts";
import { civilDateOf } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import type { Db, Tx } from "@/platform/db";

/** What is taken of one provider's time within `range` (epoch ms); `exceptReference` names a booking about to be moved. */
export async function loadTakenTime(
  db: Db | Tx,
  provider: { id: string; timeZone: string },
  serviceId: string,
  range: Interval,
  options: { now: number; exceptReference?: string },
): Promise<BusyFacts> {
  const [from, to] = [new Date(range[0]), new Date(range[1])];
  const [bookings, busy] = await Promise.all([
    db.booking.findMany({
      where: {
        providerId: provider.id,
        blockedFrom: { lt: to },
        blockedTo: { gt: from },
        ...(options.exceptReference !== undefined && { reference: { not: options.exceptReference } }),
        OR: [{ status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN"] } }, { status: "HELD", holdExpiresAt: { gt: new Date(options.now) } }],
      },
      select: { blockedFrom: true, blockedTo: true, startsAt: true, serviceId: true },
    }),
    db.busyInterval.findMany({ where: { providerId: provider.id, startsAt: { lt: to }, endsAt: { gt: from }, calendar: { readsBusy: true } }, select: { startsAt: true, endsAt: true } }),
  ]);
  const dailyCounts = new Map<string, number>();
  for (const booking of bookings) {
    if (booking.serviceId !== serviceId) continue;
    const onDate = civilDateOf(booking.startsAt.getTime(), provider.timeZone);
    dailyCounts.set(onDate, (dailyCounts.get(onDate) ?? 0) + 1);
  }
  return {
    busy: busy.map((one): Interval => [one.startsAt.getTime(), one.endsAt.getTime()]),
    blocked: bookings.map((one): Interval => [one.blockedFrom.getTime(), one.blockedTo.getTime()]),
    dailyCounts,
  };
}
