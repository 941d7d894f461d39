import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { planPush } from "@/domain/calendar-sync/plan-push";
import { isWorthRetrying } from "./explain-failure";
import { loadPushFacts } from "./load-push-facts";
import { recordPush, recordPushFailure } from "./record-push";
import { withAccessToken } from "./with-access-token";
import { removeEvent, writeEvent } from "./write-event";

/**
 * Brings the Google event of a series in line with its current booking: repeatable, whatever became of earlier tries.
 * Throws what is worth another try. Without a live connection the wish stays pending until the account is connected again.
 */
export async function pushBookingToCalendar(app: AppContext, seriesId: string): Promise<void> {
  const facts = await loadPushFacts(app.db, seriesId);
  const { calendar } = app.ports;
  if (facts === null || calendar === null || facts.calendar?.connectionStatus !== "ACTIVE") return;
  const step = planPush(facts.link, facts.booking);
  if (step === "nothing") return;
  const { connectionId, externalId } = facts.calendar;
  try {
    const outcome = await withAccessToken(app, connectionId, async (accessToken) => {
      const target = { calendar, accessToken, calendarId: externalId };
      return step === "delete" ? removeEvent(target, facts.link.eventId) : writeEvent(target, step, facts, app.config.publicOrigin, app.clock.now());
    });
    await recordPush(app, facts, outcome);
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await recordPushFailure(app, facts, error);
    if (isWorthRetrying(error)) throw error;
    app.log.warn({ seriesId, operation: error.failure.operation, kind: error.kind, code: error.failure.code }, "calendar event could not be written");
  }
}
