import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { planRows } from "./plan-rows";

/** Tells the provider, or the clinic whose calendar it is, by e-mail, once per failure, that a calendar has to be connected again. */
export async function announceReconnect(app: AppContext, connectionId: string): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const connection = await tx.calendarConnection.findUnique({
      where: { id: connectionId },
      select: { status: true, lastErrorAt: true, providerId: true, provider: { select: { email: true } }, organization: { select: { email: true, providers: { select: { id: true }, orderBy: { id: "asc" }, take: 1 } } } },
    });
    if (connection?.status !== "RECONNECT_NEEDED") return;
    // A message is kept with a provider; a clinic's goes to the clinic's address, kept with one of its providers.
    const providerId = connection.providerId ?? connection.organization?.providers[0]?.id;
    const address = connection.provider?.email ?? connection.organization?.email;
    if (providerId === undefined || address === undefined) return;
    const key = `${connectionId}:${connection.lastErrorAt?.getTime() ?? 0}`;
    await planRows(tx, { providerId, bookingId: null }, planProviderMessage(key, "calendar-reconnect", address), app.clock.now());
  });
}
