import { decideAgenda } from "@/domain/messages/decide-notice";
import type { AgendaVisit } from "@/domain/messages/notice-kinds";
import { noticeDate } from "@/domain/messages/notice-window";
import { personName } from "@/domain/messages/safe-text";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { startOfDay } from "@/domain/time/civil-date";
import type { Tx } from "@/platform/db";
import { noticeReader } from "./notice-reader";

/** Visits that keep a provider's time. */
export const STANDING = ["PENDING" as const, "CONFIRMED" as const, "CHECKED_IN" as const];

/** A provider's day as it is now, or why it is not worth an e-mail. `onDate` is of their own calendar. */
export async function agendaOf(tx: Tx, providerId: string, onDate: CivilDate) {
  const { timeZone, ...wishes } = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { timeZone: true, agendaByEmail: true, agendaOnFreeDays: true } });
  const visits = await visitsOf(tx, providerId, startOfDay(onDate, timeZone), startOfDay(addDays(onDate, 1), timeZone));
  const verdict = decideAgenda({ isWanted: wishes.agendaByEmail, isWantedOnFreeDays: wishes.agendaOnFreeDays, visits: visits.length });
  if (!verdict.ok) return verdict.reason;
  return { notice: { template: "provider-agenda" as const, facts: { onDate, visits } }, path: "/provider/schedule", ...(await noticeReader(tx, providerId)) };
}

/** The day on which the message was planned. */
export async function loadAgenda(tx: Tx, { providerId, createdAt }: { providerId: string; createdAt: Date }) {
  const { timeZone } = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { timeZone: true } });
  return agendaOf(tx, providerId, noticeDate("provider-agenda", createdAt.getTime(), timeZone));
}

/** Time, name and manner of each visit: neither service nor reason is read. */
async function visitsOf(tx: Tx, providerId: string, from: number, to: number): Promise<AgendaVisit[]> {
  const bookings = await tx.booking.findMany({
    where: { providerId, startsAt: { gte: new Date(from), lt: new Date(to) }, status: { in: STANDING } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { startsAt: true, endsAt: true, mode: true, status: true, attendanceConfirmedAt: true, patient: { select: { name: true } } },
  });
  return bookings.map(({ startsAt, endsAt, mode, status, attendanceConfirmedAt, patient }) => ({
    startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), mode, patientName: personName(patient?.name ?? "–"), willCome: attendanceConfirmedAt !== null, isRequest: status === "PENDING",
  }));
}
