import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { MeetLinkInput, MeetLinkView } from "./calendar-schemas";
import { findVisitOfStaff, viewMeetLink } from "./get-meet-link";
import { requestCalendarUpdate } from "./request-calendar-update";

/** Asks Google again for a Meet link that failed or is long in coming. A link that is ready stays: patients have it. */
export async function regenerateMeetLink(app: AppContext, input: MeetLinkInput): Promise<MeetLinkView> {
  const booking = await findVisitOfStaff(app, input, "calendar.sync");
  if (booking.mode !== "ONLINE" || booking.status !== "CONFIRMED") throw new AppError("STATUS_CONFLICT", { message: "Only a confirmed online visit has a video link." });
  await inTransaction(app, async (tx) => {
    await requestCalendarUpdate(tx, booking);
    await audit(tx, app.actor, { action: "meet.regenerate", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId });
  });
  return viewMeetLink(app, booking);
}
