import type { AppContext } from "@/application/shared/context";
import { hasEvent } from "@/domain/calendar-sync/plan-push";
import type { Tx } from "@/platform/db";
import type { BegunEdit } from "./begin-edit";
import { pushAgain } from "./push-again";

/** The booking has changed since its event was edited: the later change stands, and says so where there is something left to say. */
export async function giveWay(app: AppContext, tx: Tx, { edit, booking }: BegunEdit): Promise<void> {
  if (hasEvent(booking.status)) await tx.calendarEdit.update({ where: { id: edit.id }, data: { state: "PUT_BACK", refusal: "LATER_CHANGE", decidedAt: new Date(app.clock.now()) } });
  else await tx.calendarEdit.delete({ where: { id: edit.id } });
  await pushAgain(tx, booking);
}
