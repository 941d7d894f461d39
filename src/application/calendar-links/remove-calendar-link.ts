import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { CalendarLinkInput } from "./calendar-link-schemas";
import { findOwnLink } from "./find-own-link";

/** Forgets a calendar by link: its address, and at once the times it blocked. */
export async function removeCalendarLink(app: AppContext, input: CalendarLinkInput): Promise<void> {
  await inTransaction(app, async (tx) => {
    const { id, providerId } = await findOwnLink(app, tx, input);
    await tx.calendarConnection.delete({ where: { id } });
    await audit(tx, app.actor, { action: "calendar-link.remove", subjectKind: "connection", subjectId: id, providerId });
  });
}
