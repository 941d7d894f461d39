import { lockBookingToConfirm, type BookingToConfirm } from "@/application/booking/booking-record";
import { followConfirmed } from "@/application/booking/follow-up";
import { stepFact, writeStep } from "@/application/booking/take-step";
import { announceClash } from "@/application/messages/announce-change";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import { readSql, type Sql } from "@/application/shared/sql";
import { decideWait } from "@/domain/booking/calendar-outage";
import { Prisma } from "@/generated/prisma/client";
import { COUNTING, readCalendars } from "./readings";

/** Requests whose calendars were all read since, those of the calendar $2 when one is named. $3 and $4: Google's and those by link are read here at all. */
const DUE_SQL = `
  SELECT b.id FROM booking b JOIN provider p ON p.id = b.provider_id
  WHERE b.calendar_wait = 'WAITING' AND b.status = 'PENDING' AND p.status = 'ACTIVE' AND b.starts_at > $1::timestamptz
    AND ($2::uuid IS NULL OR EXISTS (SELECT FROM calendar c WHERE c.id = $2::uuid AND (c.provider_id = p.id OR c.organization_id = p.organization_id)))
    AND NOT EXISTS (
      SELECT FROM ${COUNTING} AND (c.last_read_at IS NULL OR c.last_read_at <= b.calendar_wait_since) AND CASE WHEN n.access = 'LINK' THEN $4::boolean ELSE $3::boolean END)
  ORDER BY b.calendar_wait_since, b.id LIMIT 200`;

/**
 * Decides requests that were accepted while a calendar did not answer, each once and on its own: all, or those that one
 * calendar, just read, may settle. Throws the failures together at the end.
 */
export async function settleWaits(app: AppContext, calendarId: string | null = null): Promise<{ confirmed: number; asked: number }> {
  authorize(app.actor, "booking.settle-wait");
  const due = await readSql(app)<{ id: string }>(DUE_SQL, [new Date(app.clock.now()).toISOString(), calendarId, app.ports.calendar !== null, app.ports.calendarLink !== null]);
  const verdicts: string[] = [];
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      verdicts.push(await settleWait(app, id));
    } catch (error) {
      // One that cannot be settled must not keep all the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some requests could not be settled");
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  return { confirmed: count("confirm"), asked: count("ask") };
}

function settleWait(app: AppContext, id: string): Promise<ReturnType<typeof decideWait>> {
  const settle = async (sql: Sql, changes: Changes) => {
    const booking = await lockBookingToConfirm(sql, { id });
    // Answered, moved or cancelled meanwhile, or of a provider who takes no bookings any more.
    if (booking.status !== "PENDING" || booking.calendarWait !== "WAITING" || booking.calendarWaitSince === null || booking.provider.status !== "ACTIVE") return "wait";
    const now = app.clock.now();
    const verdict = decideWait({ since: booking.calendarWaitSince, startsAt: booking.startsAt, expiresAt: booking.pendingExpiresAt }, readCalendars(app, booking.readings), booking.isTaken, now);
    if (verdict === "confirm") await confirm(app, changes, booking, now);
    if (verdict === "ask") await ask(app, changes, booking, now);
    return verdict;
  };
  return decideAndWrite(app, settle, lockProviderStatement({ holdId: id }));
}

async function confirm(app: AppContext, changes: Changes, booking: BookingToConfirm, now: number): Promise<void> {
  const after = writeStep(changes, { booking, role: "system", to: "CONFIRMED" }, now);
  await audit(changes, app.actor, stepFact("booking.confirm-after-read", booking, after));
  await followConfirmed(app, changes, after, "confirmed", now);
}

/** The request stays with its provider, who is told what stands in the way of it. */
async function ask(app: AppContext, changes: Changes, booking: BookingToConfirm, now: number): Promise<void> {
  const version = booking.version + 1;
  changes.write("clashing", Prisma.sql`UPDATE booking SET calendar_wait = 'CLASH', version = ${version}::int, updated_at = ${new Date(now).toISOString()}::timestamptz WHERE id = ${booking.id}::uuid`);
  await audit(changes, app.actor, { action: "booking.note-clash", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: { calendarWait: "CLASH" } });
  await announceClash(changes, { ...booking, version });
}
