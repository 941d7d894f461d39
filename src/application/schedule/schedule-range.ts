import { loadAvailabilityFacts } from "@/application/availability/load-availability-facts";
import { loadEditViews } from "@/application/calendar-edits/list-calendar-edits";
import { busyCountingFor } from "@/application/calendar/busy-counting-for";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import type { SyncState } from "@/generated/prisma/enums";
import { dayWindows } from "@/domain/availability/day-windows";
import { addDays } from "@/domain/time/calendar-day";
import { startOfDay } from "@/domain/time/civil-date";
import { fromEdges } from "@/domain/time/edges";
import { subtract, type Interval } from "@/domain/time/interval";
import { toLocal } from "@/domain/time/local-time";
import { localToInstant } from "@/domain/time/time-zone";
import { fromDateColumn, toDateColumn } from "./civil-date-column";
import type { ScheduleRangeInput, ScheduleRangeView } from "./schedule-schemas";

const SYNC = { PENDING: "pending", SYNCED: "synced", FAILED: "failed", REMOVED: "removed" } as const satisfies Record<SyncState, string>;

/** Everything on one provider's schedule for some local days, all times as their wall clock reads. */
export async function scheduleRange(app: AppContext, input: ScheduleRangeInput): Promise<ScheduleRangeView> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const { timeZone } = provider;
  const now = app.clock.now();
  const range: Interval = [startOfDay(input.from, timeZone), startOfDay(input.to, timeZone)];
  const touching = { startsAt: { lt: new Date(range[1]) }, endsAt: { gt: new Date(range[0]) } };
  const [bookings, busy, leave, [facts]] = await Promise.all([
    app.db.booking.findMany({
      where: {
        providerId: provider.id,
        ...touching,
        OR: [{ status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW"] } }, { status: "HELD", holdExpiresAt: { gt: new Date(now) } }],
      },
      orderBy: { startsAt: "asc" },
      select: {
        id: true, reference: true, status: true, mode: true, startsAt: true, endsAt: true, serviceName: true, isOverbook: true, channels: true, version: true, attendanceConfirmedAt: true,
        service: { select: { slug: true } }, patient: { select: { name: true } }, eventLink: { select: { state: true, isDeclined: true } },
      },
    }),
    app.db.busyInterval.findMany({ where: { ...touching, ...busyCountingFor(provider) }, orderBy: { startsAt: "asc" }, select: { startsAt: true, endsAt: true } }),
    app.db.availabilityException.findMany({ where: { providerId: provider.id, kind: "CLOSED", toDate: { gte: toDateColumn(addDays(input.from, -1)) }, fromDate: { lt: toDateColumn(input.to) } } }),
    loadAvailabilityFacts(readSql(app), { ids: [provider.id] }, { from: range[0], to: range[1], now }),
  ]);
  const edits = await loadEditViews(app, provider, { bookingId: { in: bookings.map(({ id }) => id) }, state: { in: ["WAITING", "ASKED"] } });
  const local = (from: number, to: number) => ({ start: toLocal(from, timeZone), end: toLocal(to, timeZone) });
  return {
    providerId: provider.id,
    timeZone,
    now: toLocal(now, timeZone),
    bookings: bookings.map(({ startsAt, endsAt, service, patient, eventLink, attendanceConfirmedAt, ...booking }) => ({
      ...booking,
      ...local(startsAt.getTime(), endsAt.getTime()),
      serviceSlug: service.slug,
      patientName: patient?.name ?? "Being booked",
      willCome: attendanceConfirmedAt !== null,
      isDeclined: eventLink?.isDeclined ?? false,
      edit: edits.find(({ reference }) => reference === booking.reference) ?? null,
      sync: eventLink === null ? "none" : SYNC[eventLink.state],
    })),
    busy: busy.map((one) => local(one.startsAt.getTime(), one.endsAt.getTime())),
    leave: leave.flatMap((one) => leaveSpans(one, timeZone).map(([from, to]) => ({ ...local(from, to), label: one.label || "Leave" }))),
    closed: subtract([range], facts === undefined ? [] : fromEdges(dayWindows(facts.schedule, range[0], range[1]))).map(([from, to]) => local(from, to)),
  };
}

type LeaveRow = { fromDate: Date; toDate: Date; startMinute: number | null; endMinute: number | null };

/** Whole days as one stretch; leave with minutes repeats on each day. */
function leaveSpans({ fromDate, toDate, startMinute, endMinute }: LeaveRow, timeZone: string): Interval[] {
  const first = fromDateColumn(fromDate);
  const last = fromDateColumn(toDate);
  if (startMinute === null || endMinute === null) return [[startOfDay(first, timeZone), startOfDay(addDays(last, 1), timeZone)]];
  const spans: Interval[] = [];
  for (let onDate = first; onDate <= last; onDate = addDays(onDate, 1)) {
    spans.push([localToInstant(onDate, startMinute, timeZone), localToInstant(onDate, endMinute > startMinute ? endMinute : endMinute + 1440, timeZone)]);
  }
  return spans;
}
