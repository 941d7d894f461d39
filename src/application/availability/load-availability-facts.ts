import type { Sql } from "@/application/shared/sql";
import type { VisitMode } from "@/application/shared/common-schemas";
import type { AvailabilityException, ScheduleFacts, ServiceRules } from "@/domain/availability/availability-facts";
import { addDays, DAY_MS, type CivilDate } from "@/domain/time/calendar-day";
import { civilDateOf } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import type { Readings } from "@/application/calendar-outage/readings";
import { FACTS_OF_IDS_SQL, FACTS_OF_SLUG_SQL, READ_FACTS_OF_IDS_SQL, READ_FACTS_OF_SLUG_SQL, TAKEN_SQL } from "./availability-facts-sql";
import { expandDates } from "./expand-dates";

/** A service as it is offered now: what decides its slots, and what a booking copies. */
export interface OfferedService extends ServiceRules {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly modes: VisitMode[];
  readonly requiresApproval: boolean;
  readonly cancellationWindowMinutes: number;
  readonly rescheduleWindowMinutes: number;
  readonly reminderMinutes: number[];
  readonly reminderChannels: string[];
  readonly priceAmount: number;
  readonly currency: string;
}

interface ScheduleRow {
  readonly id: string;
  readonly slug: string;
  readonly organizationId: string | null;
  readonly locationId: string | null;
  readonly status: "DRAFT" | "ACTIVE" | "SUSPENDED";
  readonly timeZone: string;
  readonly services: OfferedService[];
  readonly weekly: ScheduleFacts["weekly"];
  readonly breaks: ScheduleFacts["breaks"];
  readonly exceptions: { kind: AvailabilityException["kind"]; from: CivilDate; to: CivilDate; startMinute: number | null; endMinute: number | null }[];
  readonly holidays: CivilDate[];
  readonly taken: Taken[];
  readonly readings?: Readings;
}

/** What takes time: from, to (epoch ms), whether it is in the way, and of bookings the service and the start. */
type Taken = readonly [from: number, to: number, blocks: boolean, serviceId: string | null, startsAt: number | null];

/** One provider's hours, services and everything taken, for starts in the range that was asked for. */
export interface ProviderFacts {
  readonly provider: { readonly id: string; readonly slug: string; readonly organizationId: string | null; readonly locationId: string | null; readonly isActive: boolean; readonly timeZone: string };
  /** In the provider's order. */
  readonly services: readonly OfferedService[];
  readonly schedule: ScheduleFacts;
  /** External events and blocked spans of bookings, epoch ms, any order. */
  readonly busy: readonly Interval[];
  /** Whether the calendars answer; present when it was asked for. */
  readonly readings?: Readings;
  /** Bookings of one service per local date of the schedule. */
  dailyCounts(serviceId: string): ReadonlyMap<CivilDate, number>;
}

/** Which providers: one by slug, or many by id. */
export type WhichProviders = { readonly slug: string } | { readonly ids: readonly string[] };

export interface FactsRange {
  /** Half-open range of starts that will be asked about, epoch ms. */
  readonly from: number;
  readonly to: number;
  /** Epoch ms: holds that ran out by then block nothing. */
  readonly now: number;
  /** Rows of this series are left out: a booking is not in its own way when it moves. */
  readonly exceptSeriesId?: string;
  /** Reads hours and exceptions this far (ms) around the range, so that `widenFacts` need not read them again. */
  readonly scheduleReachMs?: number;
  /** Reads too whether the provider's calendars answer. */
  readonly withReadings?: boolean;
}

/** A visit with its buffers takes at most 24 + 8 + 8 hours (the database's own limits). */
const LONGEST_VISIT_MS = 2 * DAY_MS;

const iso = (at: number) => new Date(at).toISOString();

/**
 * Everything that decides what can be booked, in one statement for any number of providers. Providers that do not exist
 * are missing from the answer; suspended ones and inactive services are in it, marked.
 */
export async function loadAvailabilityFacts(sql: Sql, which: WhichProviders, range: FactsRange): Promise<ProviderFacts[]> {
  // Two days cover every offset from UTC and hours that begin the day before.
  const reachMs = range.scheduleReachMs ?? 0;
  const firstDate = addDays(civilDateOf(range.from - reachMs, "UTC"), -2);
  const lastDate = addDays(civilDateOf(range.to + reachMs, "UTC"), 3);
  const values = [...takenValues(range), firstDate, lastDate];
  const [ofSlug, ofIds] = range.withReadings ? [READ_FACTS_OF_SLUG_SQL, READ_FACTS_OF_IDS_SQL] : [FACTS_OF_SLUG_SQL, FACTS_OF_IDS_SQL];
  const rows = await ("slug" in which ? sql<ScheduleRow>(ofSlug, [which.slug, ...values]) : sql<ScheduleRow>(ofIds, [which.ids, ...values]));
  return rows.map((row) => toProviderFacts(row, firstDate, lastDate));
}

/** The same facts with what is taken in another range, which must lie within the schedule's reach. One query. */
export async function widenFacts(sql: Sql, facts: ProviderFacts, range: FactsRange): Promise<ProviderFacts> {
  const [row] = await sql<Pick<ScheduleRow, "taken">>(TAKEN_SQL, [facts.provider.id, ...takenValues(range)]);
  return { ...facts, ...takenFacts(row?.taken ?? [], facts.provider.timeZone) };
}

/** A booking is found by its start, so the range is widened by the longest visit. */
const takenValues = (range: FactsRange) => [iso(range.from - LONGEST_VISIT_MS), iso(range.to + LONGEST_VISIT_MS), iso(range.now), range.exceptSeriesId ?? null];

function toProviderFacts(row: ScheduleRow, firstDate: CivilDate, lastDate: CivilDate): ProviderFacts {
  const { id, slug, organizationId, locationId, timeZone, services, weekly, breaks, holidays, readings } = row;
  return {
    provider: { id, slug, organizationId, locationId, isActive: row.status === "ACTIVE", timeZone },
    services,
    schedule: { timeZone, weekly, breaks, holidays, exceptions: row.exceptions.flatMap((exception) => expandDates(exception, firstDate, lastDate)) },
    ...takenFacts(row.taken, timeZone),
    ...(readings && { readings }),
  };
}

const takenFacts = (taken: readonly Taken[], timeZone: string): Pick<ProviderFacts, "busy" | "dailyCounts"> => ({
  busy: taken.filter(([, , blocks]) => blocks).map(([from, to]): Interval => [from, to]),
  dailyCounts(ofService) {
    const counts = new Map<CivilDate, number>();
    for (const [, , , serviceId, startsAt] of taken) {
      if (serviceId !== ofService || startsAt === null) continue;
      const onDate = civilDateOf(startsAt, timeZone);
      counts.set(onDate, (counts.get(onDate) ?? 0) + 1);
    }
    return counts;
  },
});
