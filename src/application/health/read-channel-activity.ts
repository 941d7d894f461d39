import type { AppContext } from "@/application/shared/context";
import type { MessageChannel } from "@/generated/prisma/enums";

export type ChannelActivity = Partial<Record<MessageChannel, { readonly lastSentAt: Date | null; readonly lastFailedAt: Date | null }>>;

/** When each channel last succeeded and last failed, within 30 days. */
export async function readChannelActivity(app: AppContext): Promise<ChannelActivity> {
  const since = new Date(app.clock.now() - 30 * 86_400_000);
  const { rows } = await app.pool.query<{ channel: MessageChannel; lastSentAt: Date | null; lastFailedAt: Date | null }>(
    `SELECT channel, max(sent_at) AS "lastSentAt", max(attempted_at) FILTER (WHERE state = 'FAILED') AS "lastFailedAt"
     FROM message WHERE created_at > $1 GROUP BY channel`,
    [since],
  );
  return Object.fromEntries(rows.map((row) => [row.channel, row]));
}
