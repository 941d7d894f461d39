import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { GiveMeetLinkInput, MeetLinkView } from "./calendar-schemas";
import { findVisitOfStaff, viewMeetLink } from "./get-meet-link";
import { readyMeetLink } from "./record-meet";
import { requestCalendarUpdate } from "./request-calendar-update";

/**
 * Takes a video link that staff made themselves, where none could be made: the patient is told, the event carries it. A link
 * that is ready stays: patients have it. Throws STATUS_CONFLICT.
 */
export async function giveMeetLink(app: AppContext, { url, ...input }: GiveMeetLinkInput): Promise<MeetLinkView> {
  const booking = await findVisitOfStaff(app, input, "calendar.sync");
  if (booking.mode !== "ONLINE" || booking.status !== "CONFIRMED") throw new AppError("STATUS_CONFLICT", { message: "Only a confirmed online visit has a video link." });
  await inTransaction(app, async (tx) => {
    const where = { seriesId: booking.seriesId };
    await tx.meetLink.upsert({ where, create: { ...where, state: "PENDING", source: "SPACE" }, update: {} });
    const { count } = await tx.meetLink.updateMany({ where: { ...where, state: { not: "READY" } }, data: { source: "SPACE" } });
    if (count === 0) throw new AppError("STATUS_CONFLICT", { message: "This visit has a video link already, and the patient knows it." });
    await readyMeetLink(app, tx, booking, { url });
    await requestCalendarUpdate(tx, booking);
    await audit(tx, app.actor, { action: "meet.give", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId });
  });
  return viewMeetLink(app, booking);
}
