import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import type { Calendar, CalendarConnection } from "@/generated/prisma/client";
import { allowsMeet } from "./allows-meet";
import { longestReadPauseMs } from "./calendar-pause";
import type { CalendarConnectionView, CalendarStatusView } from "./calendar-schemas";
import { pushAddressOf } from "./push-address";
import { toCalendarView } from "./to-calendar-view";

const ALSO_ELSEWHERE: Problem = { sentence: "Another provider here uses the same Google account. Each one’s bookings block the other’s time wherever both read the same calendar.", fix: "none" };

type Problem = CalendarConnectionView["problems"][number];

/** How a provider's calendar connection is doing, in plain words: for the provider and, to look at, their clinic's staff. */
export async function getCalendarStatus(app: AppContext, asked: string | undefined): Promise<CalendarStatusView> {
  const { id: providerId } = await getStaffedProvider(app, "calendar.view", asked);
  const connections = await app.db.calendarConnection.findMany({
    where: { providerId, access: { not: "LINK" }, status: { not: "DISCONNECTED" } },
    include: { calendars: { orderBy: [{ receivesBookings: "desc" }, { name: "asc" }] } },
    orderBy: { connectedAt: "asc" },
  });
  const links = await app.db.calendarEventLink.groupBy({
    by: ["state"],
    where: { state: { not: "REMOVED" }, booking: { providerId, endsAt: { gt: new Date(app.clock.now()) } } },
    _count: true,
  });
  const leavingEvents = await app.db.calendarEventLeftover.count({ where: { calendar: { providerId } } });
  const count = (state: "PENDING" | "FAILED") => links.find((group) => group.state === state)?._count ?? 0;
  const shared = await findSharedAccounts(app, providerId, connections);
  return {
    state: stateOf(app, connections),
    connections: connections.map((connection) => toConnectionView(app, connection, shared.has(connection.accountSubject))),
    pendingEvents: count("PENDING"),
    failedEvents: count("FAILED"),
    comingEvents: links.reduce((sum, group) => sum + group._count, 0),
    leavingEvents,
  };
}

/** Which of these accounts another provider has connected too. Who that is stays their own business. */
async function findSharedAccounts(app: AppContext, providerId: string, connections: readonly CalendarConnection[]): Promise<ReadonlySet<string>> {
  const others = await app.db.calendarConnection.findMany({
    where: { accountSubject: { in: connections.map(({ accountSubject }) => accountSubject) }, providerId: { not: providerId }, access: { not: "LINK" }, status: { not: "DISCONNECTED" } },
    select: { accountSubject: true },
  });
  return new Set(others.map(({ accountSubject }) => accountSubject));
}

function stateOf(app: AppContext, connections: readonly CalendarConnection[]): CalendarStatusView["state"] {
  if (app.ports.calendar === null) return "off";
  if (connections.length === 0) return "not-connected";
  return connections.some((connection) => connection.status === "RECONNECT_NEEDED") ? "reconnect-needed" : "active";
}

function toConnectionView(app: AppContext, connection: CalendarConnection & { calendars: Calendar[] }, isShared: boolean): CalendarConnectionView {
  return {
    id: connection.id,
    access: connection.access === "SHARED" ? "shared" : connection.access === "DELEGATED" ? "delegated" : "consent",
    state: connection.status === "RECONNECT_NEEDED" ? "reconnect-needed" : "active",
    accountEmail: connection.accountEmail,
    connectedAt: connection.connectedAt.toISOString(),
    problems: [...problemsOf(app, connection), ...(isShared && connection.status === "ACTIVE" ? [ALSO_ELSEWHERE] : [])],
    // One that is gone and that nobody uses is nobody's concern.
    calendars: connection.calendars.filter((calendar) => calendar.goneAt === null || calendar.readsBusy || calendar.receivesBookings).map((calendar) => toCalendarView(calendar, app.clock.now(), longestReadPauseMs(app.config.calendarPollMinutes))),
  };
}

function problemsOf(app: AppContext, connection: CalendarConnection & { calendars: Calendar[] }): Problem[] {
  if (connection.status === "RECONNECT_NEEDED") {
    return [{ sentence: "Google no longer lets us in. Bookings go on by your rule for a calendar that does not answer, but it is neither read nor written until you connect it again. Nothing is lost.", fix: "reconnect" }];
  }
  const problems: Problem[] = [];
  if (connection.lastError !== null) problems.push({ sentence: connection.lastError, fix: "wait" });
  if (connection.access === "SHARED") {
    problems.push({ sentence: "This calendar is shared with the service account. Google makes no Meet links and sends no invitations for those; video links come from another connected account, if there is one.", fix: "none" });
  } else if (!allowsMeet(connection.scopes)) {
    problems.push({ sentence: "Google Meet was not allowed, so links come from calendar events only.", fix: "none" });
  }
  if (pushAddressOf(app.config.publicOrigin) === null) {
    problems.push({ sentence: "This installation has no https address, so Google cannot tell us of changes. We look every few minutes instead.", fix: "none" });
  } else if (connection.calendars.some((calendar) => (calendar.readsBusy || calendar.receivesBookings) && calendar.channelId === null && calendar.channelExpiresAt !== null)) {
    problems.push({ sentence: "Google does not accept this installation's address for telling us of changes. We look every few minutes instead.", fix: "none" });
  }
  return problems;
}
