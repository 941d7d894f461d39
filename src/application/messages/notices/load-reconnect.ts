import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";
import { noticeReader } from "./notice-reader";

/** The calendar of a provider, or of their clinic, that has to be connected again. */
export async function loadReconnect(tx: Tx, { providerId }: { providerId: string }) {
  const connection = await tx.calendarConnection.findFirst({
    where: { status: "RECONNECT_NEEDED", OR: [{ providerId }, { organization: { providers: { some: { id: providerId } } } }] },
    orderBy: { lastErrorAt: "desc" },
    select: { accountEmail: true, providerId: true },
  });
  if (connection === null) return "The calendar is connected again.";
  const facts = { accountEmail: oneLine(connection.accountEmail) };
  return { notice: { template: "calendar-reconnect" as const, facts }, path: "/provider/integrations", ...(await noticeReader(tx, providerId, { asClinic: connection.providerId === null })) };
}
