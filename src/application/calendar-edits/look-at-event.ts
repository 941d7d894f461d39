import { explainFailure, isWorthRetrying } from "@/application/calendar/explain-failure";
import { loadPushFacts } from "@/application/calendar/load-push-facts";
import { lockWhileListened } from "@/application/calendar/lock-while-listened";
import { withAccessToken } from "@/application/calendar/with-access-token";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { pushAgain } from "./push-again";
import { receiveEvents } from "./receive-events";

/** Reads the event of one series by its id and takes in what it says. One that is gone without a trace is written anew. */
export async function lookAtEvent(app: AppContext, seriesId: string): Promise<void> {
  const facts = await loadPushFacts(app.db, seriesId);
  const port = app.ports.calendar;
  if (facts === null || port === null || facts.calendar?.connectionStatus !== "ACTIVE") return;
  const { booking, calendar, link } = facts;
  try {
    const event = await withAccessToken(app, calendar.connectionId, (accessToken) => port.getEvent(accessToken, calendar.externalId, link.eventId));
    await inTransaction(app, async (tx) => {
      if ((await lockWhileListened(tx, calendar.id)) !== null) await receiveEvents(app, tx, calendar.id, [event]);
    });
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    if (error.kind === "not-found") return inTransaction(app, (tx) => pushAgain(tx, booking));
    app.log.warn({ seriesId, code: error.failure.code }, explainFailure(error));
  }
}
