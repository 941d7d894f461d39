import type { AppContext } from "@/application/shared/context";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";
import { planRows } from "./plan-rows";

/** Tells the provider by e-mail, once, that their coming visits have gone over to a calendar, in the caller's transaction. */
export async function announceBatch(app: AppContext, tx: Tx, batchId: string): Promise<void> {
  const { providerId, provider } = await tx.calendarBatch.findUniqueOrThrow({ where: { id: batchId }, select: { providerId: true, provider: { select: { email: true } } } });
  await planRows(tx, { providerId, bookingId: null }, planProviderMessage(batchId, "calendar-batch-report", provider.email), app.clock.now());
}
