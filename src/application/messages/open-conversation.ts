import { uuidv7 } from "uuidv7";
import type { Tx } from "@/platform/db";
import type { TextLine } from "./text-consent";

/** The conversation of a provider with a number, made when there is none; `unread` more texts wait there. `at` is epoch ms. */
export async function openConversation(tx: Tx, line: TextLine, providerId: string | null, news: { at: number; isInbound: boolean; unread: number }): Promise<string> {
  const at = new Date(news.at);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO conversation AS c (id, provider_id, channel, our_number, address, unread, last_at, last_inbound_at, created_at)
    VALUES (${uuidv7()}::uuid, ${providerId}::uuid, ${line.channel}::text::message_channel, ${line.ourNumber}, ${line.address}, ${news.unread}::int, ${at}::timestamptz, CASE WHEN ${news.isInbound}::boolean THEN ${at}::timestamptz END, ${at}::timestamptz)
    ON CONFLICT (provider_id, channel, our_number, address) DO UPDATE SET
      unread = c.unread + EXCLUDED.unread, last_at = greatest(c.last_at, EXCLUDED.last_at), last_inbound_at = greatest(c.last_inbound_at, EXCLUDED.last_inbound_at)
    RETURNING id`;
  if (row === undefined) throw new Error("a conversation was neither found nor written");
  return row.id;
}
