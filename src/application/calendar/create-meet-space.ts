import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { allowsMeet } from "./allows-meet";
import { explainFailure, isFinal, isWorthRetrying } from "./explain-failure";
import { failMeetLink, readyMeetLink } from "./record-meet";
import { requestCalendarUpdate } from "./request-calendar-update";
import { withAccessToken } from "./with-access-token";

/**
 * Makes a Meet space for an online visit whose event gets no link of its own, or that has no event, and writes its address on
 * the event. A space whose making was not written down, because this process died, stays unused at Google: nobody ever hears of it.
 */
export async function createMeetSpace(app: AppContext, seriesId: string): Promise<void> {
  const meet = await app.db.meetLink.findUnique({ where: { seriesId } });
  const { meet: port } = app.ports;
  if (meet?.state !== "PENDING" || meet.source !== "SPACE" || port === null) return;
  const booking = await app.db.booking.findFirst({ where: { seriesId, status: { not: "RESCHEDULED" } }, select: { id: true, seriesId: true, providerId: true, version: true, status: true } });
  if (booking === null || booking.status !== "CONFIRMED") return;
  const connection = await app.db.calendarConnection.findFirst({ where: { providerId: booking.providerId, access: { in: ["CONSENT", "DELEGATED"] }, status: "ACTIVE" }, select: { id: true, scopes: true } });
  if (connection === null) return;
  // Asking without consent would be refused in the way of a dead grant, and the calendar put out of work with it.
  if (!allowsMeet(connection.scopes)) return giveUp(app, seriesId, meet.lastError, "Google Meet was not allowed for this account, so no link could be made. Connect it again and tick Meet.");
  try {
    const space = await withAccessToken(app, connection.id, (accessToken) => port.createSpace(accessToken));
    await inTransaction(app, async (tx) => {
      // A visit moved meanwhile had asked for a link on its event again.
      await readyMeetLink(app, tx, booking, { ...space, source: "SPACE" });
      await requestCalendarUpdate(tx, booking);
    });
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    if (isFinal(error)) await giveUp(app, seriesId, meet.lastError, explainFailure(error));
  }
}

/** Says both what was wrong with the event's own link, where there was to be one, and what with the space. */
const giveUp = (app: AppContext, seriesId: string, earlier: string | null, because: string): Promise<void> =>
  inTransaction(app, (tx) => failMeetLink(app, tx, seriesId, earlier === null ? because : `${earlier} A Meet room beside it could not be made either: ${because}`));
