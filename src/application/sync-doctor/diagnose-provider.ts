import { longestReadPauseMs } from "@/application/calendar/calendar-pause";
import { pushAddressOf } from "@/application/calendar/push-address";
import type { AppContext } from "@/application/shared/context";
import { diagnoseSync, type SyncFinding } from "@/domain/calendar-sync/diagnose-sync";
import type { ConnectionWithCalendars, OwnerSync } from "./load-sync-facts";

/** What is wrong with one provider's calendars by this installation's rules. */
export const diagnoseProvider = (app: AppContext, { facts }: Pick<OwnerSync, "facts">): SyncFinding[] =>
  diagnoseSync(facts, { now: app.clock.now(), longestPauseMs: longestReadPauseMs(app.config.calendarPollMinutes), canBePushed: pushAddressOf(app.config.publicOrigin) !== null });

/** Seconds since the calendar that was not read for longest was read; null while none was. */
export function lagOf(connections: readonly ConnectionWithCalendars[], now: number): number | null {
  const reads = connections.flatMap(({ calendars }) => calendars.filter(({ readsBusy, receivesBookings }) => readsBusy || receivesBookings).map(({ lastReadAt }) => lastReadAt?.getTime() ?? null)).filter((at) => at !== null);
  return reads.length === 0 ? null : Math.max(0, Math.round((now - Math.min(...reads)) / 1_000));
}
