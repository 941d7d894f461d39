import type { AppContext } from "@/application/shared/context";
import type { Calendar, CalendarConnection } from "@/generated/prisma/client";
import { allowsMeet } from "./allows-meet";
import { longestReadPauseMs } from "./calendar-pause";
import type { CalendarConnectionView } from "./calendar-schemas";
import { pushAddressOf } from "./push-address";
import { toCalendarView } from "./to-calendar-view";

type Problem = CalendarConnectionView["problems"][number];

const ALSO_ELSEWHERE: Problem = { sentence: "Another provider here uses the same Google account. Each one’s bookings block the other’s time wherever both read the same calendar.", fix: "none" };

/** One connected account in plain words. `isShared`: another provider has connected it too. */
export function toConnectionView(app: AppContext, connection: CalendarConnection & { calendars: Calendar[] }, isShared = false): CalendarConnectionView {
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
  const isClinics = connection.organizationId !== null;
  if (connection.status === "RECONNECT_NEEDED") {
    if (isClinics) return [{ sentence: "Google no longer lets us in. What was last read goes on blocking bookings, and nothing new is read until the account is connected again.", fix: "reconnect" }];
    return [{ sentence: "Google no longer lets us in. Bookings go on by your rule for a calendar that does not answer, but it is neither read nor written until you connect it again. Nothing is lost.", fix: "reconnect" }];
  }
  const problems: Problem[] = [];
  if (connection.lastError !== null) problems.push({ sentence: connection.lastError, fix: "wait" });
  // A clinic's calendars are only read: there are no links to make.
  if (connection.access === "SHARED" && !isClinics) {
    problems.push({ sentence: "This calendar is shared with the service account. Google makes no Meet links and sends no invitations for those; video links come from another connected account, if there is one.", fix: "none" });
  } else if (!isClinics && !allowsMeet(connection.scopes)) {
    problems.push({ sentence: "Google Meet was not allowed, so links come from calendar events only.", fix: "none" });
  }
  if (pushAddressOf(app.config.publicOrigin) === null) {
    problems.push({ sentence: "This installation has no https address, so Google cannot tell us of changes. We look every few minutes instead.", fix: "none" });
  } else if (connection.calendars.some((calendar) => (calendar.readsBusy || calendar.receivesBookings) && calendar.channelId === null && calendar.channelExpiresAt !== null)) {
    problems.push({ sentence: "Google does not accept this installation's address for telling us of changes. We look every few minutes instead.", fix: "none" });
  }
  return problems;
}
