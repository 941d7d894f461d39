import { z } from "zod";
import { DIFFERENCE_KINDS } from "@/domain/calendar-sync/compare-calendar";
import type { CalendarComparison } from "@/generated/prisma/client";
import type { Db, Tx } from "@/platform/db";

const Span = z.object({ startsAt: z.number(), endsAt: z.number() }).nullable();
const StoredDifferences = z.array(z.object({ kind: z.enum(DIFFERENCE_KINDS), seriesId: z.string().nullable(), reference: z.string().nullable(), here: Span, inGoogle: Span, isEdit: z.boolean() }));

export type StoredDifference = z.infer<typeof StoredDifferences>[number];
export type Comparison = Omit<CalendarComparison, "differences"> & { readonly differences: readonly StoredDifference[] };

/** The latest comparison of each of some calendars, by calendar. */
export async function findComparisons(db: Db | Tx, calendarIds: readonly string[]): Promise<ReadonlyMap<string, Comparison>> {
  const rows = await db.calendarComparison.findMany({ where: { calendarId: { in: [...calendarIds] } }, orderBy: [{ calendarId: "asc" }, { comparedAt: "desc" }], distinct: ["calendarId"] });
  return new Map(rows.map((row) => [row.calendarId, { ...row, differences: StoredDifferences.parse(row.differences) }]));
}
