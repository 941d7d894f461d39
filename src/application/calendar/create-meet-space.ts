import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { allowsMeet } from "./allows-meet";
import { explainFailure, isFinal, isWorthRetrying } from "./explain-failure";
import { failMeetLink, readyMeetLink } from "./record-meet";
import { withAccessToken } from "./with-access-token";

/** Makes a Meet space for an online visit whose provider has an account but no calendar to write to. */
export async function createMeetSpace(app: AppContext, seriesId: string): Promise<void> {
  const meet = await app.db.meetLink.findUnique({ where: { seriesId } });
  const { meet: port } = app.ports;
  if (meet?.state !== "PENDING" || meet.source !== "SPACE" || port === null) return;
  const booking = await app.db.booking.findFirst({ where: { seriesId, status: { not: "RESCHEDULED" } }, select: { id: true, seriesId: true, providerId: true, version: true, status: true } });
  if (booking === null || booking.status !== "CONFIRMED") return;
  const connection = await app.db.calendarConnection.findFirst({ where: { providerId: booking.providerId, access: { in: ["CONSENT", "DELEGATED"] }, status: "ACTIVE" }, select: { id: true, scopes: true } });
  if (connection === null) return;
  // Asking without consent would be refused in the way of a dead grant, and the calendar put out of work with it.
  if (!allowsMeet(connection.scopes)) return inTransaction(app, (tx) => failMeetLink(app, tx, seriesId, "Google Meet was not allowed for this account, so no link could be made. Connect it again and tick Meet."));
  try {
    const space = await withAccessToken(app, connection.id, (accessToken) => port.createSpace(accessToken));
    await inTransaction(app, (tx) => readyMeetLink(app, tx, booking, space));
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    if (isFinal(error)) await inTransaction(app, (tx) => failMeetLink(app, tx, seriesId, explainFailure(error)));
  }
}
