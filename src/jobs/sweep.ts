import type { AppContext } from "@/application/shared/context";
import { finishBatches } from "@/application/calendar-batch/finish-batch";
import { endBrokenImports } from "@/application/calendar-import/finish-import";
import { expireHolds } from "@/application/booking/expire-holds";
import { expirePendings } from "@/application/booking/expire-pendings";
import { settleWaits } from "@/application/calendar-outage/settle-waits";
import { pollCalendarLinks } from "@/application/calendar-links/poll-calendar-links";
import { pollCalendars } from "@/application/calendar/poll-calendars";
import { retryMeetLinks } from "@/application/calendar/retry-meet-links";
import { noteEndedVisits } from "@/application/messages/note-ended-visits";
import { noteProviderNotices } from "@/application/messages/note-provider-notices";
import { refreshOpenings } from "@/application/openings/refresh-openings";
import { capBackoff } from "@/application/shared/cap-backoff";
import { forgetStaleRows } from "@/application/shared/forget-stale-rows";

/** What happens every minute besides queued work. Each is repeatable and safe to run on several machines at once. */
const SWEEPS: Readonly<Record<string, (app: AppContext) => Promise<unknown>>> = { expireHolds, expirePendings, settleWaits: (app) => settleWaits(app), pollCalendars, pollCalendarLinks, retryMeetLinks, finishBatches, endBrokenImports, refreshOpenings, noteProviderNotices, noteEndedVisits, capBackoff, forgetStaleRows };

/** Runs every sweep; one that fails is logged and the others still run. Throws the failures together at the end. */
export async function sweep(app: AppContext): Promise<void> {
  const failures: unknown[] = [];
  for (const [name, run] of Object.entries(SWEEPS)) {
    try {
      await run(app);
    } catch (error) {
      app.log.error({ err: error, sweep: name }, "sweep failed");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some sweeps failed");
}
