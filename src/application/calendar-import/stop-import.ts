import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { dequeue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";

/** Ends the import or preview that runs for a provider, if any: what was taken over stays, and no report is sent. Throws NOT_FOUND, NOT_ALLOWED. */
export async function stopImport(app: AppContext, asked: string | undefined): Promise<void> {
  const { id: providerId } = await getStaffedProvider(app, "calendar.connect", asked);
  await inTransaction(app, async (tx) => {
    const stopped = await tx.calendarImport.updateManyAndReturn({
      where: { providerId, state: "RUNNING" },
      data: { state: "FAILED", problem: "It was stopped. What was taken over stays, and nothing is taken over twice when you begin again.", finishedAt: new Date(app.clock.now()) },
      select: { id: true, calendarId: true },
    });
    for (const { id, calendarId } of stopped) {
      await dequeue(tx, `import:${id}`);
      await audit(tx, app.actor, { action: "calendar.import-stop", subjectKind: "calendar", subjectId: calendarId, providerId });
    }
  });
}
