import type { z } from "zod";
import { toCalendarView } from "@/application/calendar/to-calendar-view";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { CalendarLinksView } from "./calendar-link-schemas";
import { LINK_READ_PAUSE_MS } from "./link-pause";

/** A provider's calendars by link and how each stands. */
export async function listCalendarLinks(app: AppContext, providerId: string | null): Promise<z.infer<typeof CalendarLinksView>> {
  authorize(app.actor, "calendar.connect", { providerId });
  const connections = await app.db.calendarConnection.findMany({ where: { providerId, access: "LINK" }, include: { calendars: true, link: { select: { notice: true } } }, orderBy: { connectedAt: "asc" } });
  return {
    isOn: app.ports.calendarLink !== null,
    links: connections.flatMap(({ id, accountEmail, link, calendars }) => calendars.map((calendar) => ({ connectionId: id, host: accountEmail, notice: link?.notice ?? null, calendar: toCalendarView(calendar, app.clock.now(), LINK_READ_PAUSE_MS) }))),
  };
}
