import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { RECONNECT_TEMPLATE } from "@/domain/messages/message-template";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { planRows } from "./plan-rows";

/** Tells the provider by e-mail, once per failure, that a calendar has to be connected again. */
export async function announceReconnect(app: AppContext, connectionId: string): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const connection = await tx.calendarConnection.findUnique({
      where: { id: connectionId },
      select: { status: true, lastErrorAt: true, providerId: true, provider: { select: { email: true } } },
    });
    if (connection?.status !== "RECONNECT_NEEDED") return;
    const key = `${connectionId}:${connection.lastErrorAt?.getTime() ?? 0}`;
    await planRows(tx, { providerId: connection.providerId, bookingId: null }, planProviderMessage(key, RECONNECT_TEMPLATE, connection.provider.email), app.clock.now());
  });
}
