import { planRows } from "@/application/messages/plan-rows";
import type { AppContext } from "@/application/shared/context";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** Asks the provider by e-mail what an edit shall mean, once for each edit. */
export async function askAboutEdit(app: AppContext, tx: Tx, edit: CalendarEdit): Promise<void> {
  const { email } = await tx.provider.findUniqueOrThrow({ where: { id: edit.providerId }, select: { email: true } });
  await planRows(tx, { providerId: edit.providerId, bookingId: edit.bookingId }, planProviderMessage(`edit:${edit.id}`, "calendar-edit-question", email), app.clock.now());
}
