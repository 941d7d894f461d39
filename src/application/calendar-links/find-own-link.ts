import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { Tx } from "@/platform/db";
import type { CalendarLinkInput } from "./calendar-link-schemas";

/** The actor's calendar by link. Throws NOT_FOUND, NOT_ALLOWED, and STATUS_CONFLICT for a Google account. */
export async function findOwnLink(app: AppContext, tx: Tx, { connectionId }: CalendarLinkInput) {
  const connection = await tx.calendarConnection.findUnique({ where: { id: connectionId }, select: { id: true, providerId: true, organizationId: true, access: true, calendars: { select: { id: true, readsBusy: true } } } });
  if (connection === null) throw new AppError("NOT_FOUND");
  authorize(app.actor, "calendar.connect", { providerId: connection.providerId, organizationId: connection.organizationId });
  if (connection.access !== "LINK") throw new AppError("STATUS_CONFLICT", { message: "This is a Google account, not a calendar by link." });
  return connection;
}
