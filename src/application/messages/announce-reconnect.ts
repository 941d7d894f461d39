import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { MANAGING } from "./managing-members";
import { planRows } from "./plan-rows";

/**
 * Tells the provider, or everybody who manages the clinic whose calendar it is, by e-mail, once per failure, that a calendar
 * has to be connected again. A clinic that nobody manages is told at its own address.
 */
export async function announceReconnect(app: AppContext, connectionId: string): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const connection = await tx.calendarConnection.findUnique({
      where: { id: connectionId },
      select: {
        status: true, lastErrorAt: true, providerId: true, provider: { select: { email: true } },
        organization: { select: { email: true, providers: { select: { id: true }, orderBy: { id: "asc" }, take: 1 }, memberships: { where: MANAGING, select: { user: { select: { id: true, email: true } } } } } },
      },
    });
    if (connection?.status !== "RECONNECT_NEEDED") return;
    // A message is kept with a provider: a clinic's with one of its providers.
    const providerId = connection.providerId ?? connection.organization?.providers[0]?.id;
    if (providerId === undefined) return;
    const failure = `${connectionId}:${connection.lastErrorAt?.getTime() ?? 0}`;
    const managers = (connection.organization?.memberships ?? []).map(({ user }) => ({ key: `${failure}:${user.id}`, email: user.email }));
    const usual = connection.provider ?? connection.organization;
    const readers = managers.length > 0 || usual === null ? managers : [{ key: failure, email: usual.email }];
    const planned = readers.flatMap(({ key, email }) => planProviderMessage(key, "calendar-reconnect", email));
    await planRows(tx, { providerId, bookingId: null }, planned, app.clock.now());
  });
}
