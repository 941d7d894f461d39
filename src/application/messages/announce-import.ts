import type { AppContext } from "@/application/shared/context";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";
import { planRows } from "./plan-rows";

/** Tells the provider by e-mail, once, that an import has ended and how, in the caller's transaction. */
export async function announceImport(app: AppContext, tx: Tx, importId: string): Promise<void> {
  const { providerId, provider } = await tx.calendarImport.findUniqueOrThrow({ where: { id: importId }, select: { providerId: true, provider: { select: { email: true } } } });
  await planRows(tx, { providerId, bookingId: null }, planProviderMessage(importId, "calendar-import-report", provider.email), app.clock.now());
}
