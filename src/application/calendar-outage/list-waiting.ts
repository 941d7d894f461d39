import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { toLocal } from "@/domain/time/local-time";
import type { WaitingView } from "./outage-schemas";
import { READINGS, readCalendars, wouldGuess, type Readings } from "./readings";

/** Whether a provider's calendars answer, and the requests that wait for them or clash with them. Throws NOT_FOUND, NOT_ALLOWED. */
export async function listWaiting(app: AppContext, asked: string | undefined): Promise<WaitingView> {
  const { id: providerId, timeZone } = await getStaffedProvider(app, "calendar-outage.view", asked);
  const [[found], rows] = await Promise.all([
    readSql(app)<{ readings: Readings }>(`SELECT ${READINGS} AS readings FROM provider p WHERE p.id = $1::uuid`, [providerId]),
    app.db.booking.findMany({ where: { providerId, status: "PENDING", calendarWait: { not: null } }, orderBy: { startsAt: "asc" }, take: 50, select: { reference: true, startsAt: true, calendarWait: true, patient: { select: { name: true } } } }),
  ]);
  const readings = found?.readings;
  return {
    isUnanswered: wouldGuess(app, readings, app.clock.now()),
    needsReconnect: readings !== undefined && readCalendars(app, readings).some(({ isConnected }) => !isConnected),
    requests: rows.map(({ reference, startsAt, calendarWait, patient }) => ({ reference, patientName: patient?.name ?? "", localStart: toLocal(startsAt.getTime(), timeZone), wait: calendarWait === "CLASH" ? "clash" : "waiting" })),
  };
}
