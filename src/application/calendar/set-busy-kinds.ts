import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { readBusyKinds } from "@/domain/calendar-sync/busy-kinds";
import { calendarQueue, ownerIdOf } from "./calendar-queue";
import type { SetBusyKindsInput } from "./calendar-schemas";

/** Says which debatable kinds of events in a calendar take time. It is read anew; until then what was read holds. */
export async function setBusyKinds(app: AppContext, input: SetBusyKindsInput): Promise<void> {
  const { calendarId } = input;
  await inTransaction(app, async (tx) => {
    const calendar = await tx.calendar.findUnique({ where: { id: calendarId }, select: { providerId: true, organizationId: true, readsBusy: true, busyKinds: true } });
    if (calendar === null) throw new AppError("NOT_FOUND");
    const { providerId, organizationId } = calendar;
    authorize(app.actor, "calendar.connect", { providerId, organizationId });
    const [before, after] = [readBusyKinds(calendar.busyKinds), readBusyKinds(input.busyKinds)];
    if (before.join() === after.join()) return;
    await tx.calendar.update({ where: { id: calendarId }, data: { busyKinds: after, syncToken: null } });
    if (calendar.readsBusy) await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(ownerIdOf(calendar)) });
    await audit(tx, app.actor, { action: "calendar.set-busy-kinds", subjectKind: "calendar", subjectId: calendarId, providerId, before: { busyKinds: before }, after: { busyKinds: after } });
  });
}
