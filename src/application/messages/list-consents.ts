import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { toLocal } from "@/domain/time/local-time";
import type { ConversationDetails } from "./conversation-schemas";
import type { StaffConversation } from "./staff-conversation";

type Consent = ConversationDetails["consents"][number];

/** Where people ask for texts themselves, at the desk, or in an appointment that was taken over. */
const CONSENTS_SQL = `
  SELECT CASE b.source WHEN 'DESK' THEN 'desk' WHEN 'GOOGLE' THEN 'import' ELSE 'booking-form' END AS source, (extract(epoch FROM min(b.created_at)) * 1000)::float8 AS at
  FROM booking b JOIN patient p ON p.id = b.patient_id
  WHERE b.provider_id = $1::uuid AND p.phone = $2 AND $3::text::message_channel = ANY (b.channels) GROUP BY 1
  UNION ALL
  (SELECT 'start-text', (extract(epoch FROM c.at) * 1000)::float8 FROM text_consent c WHERE c.address = $2 AND c.channel = $3::text::message_channel AND NOT c.is_opted_out ORDER BY c.at DESC LIMIT 1)
  ORDER BY at`;

/** How and since when somebody has agreed to texts of a provider over a conversation's channel: each source once, with its first time; of START the last. */
export async function listConsents(app: AppContext, { providerId, address, channel, provider }: StaffConversation): Promise<Consent[]> {
  const rows = await readSql(app)<{ source: Consent["source"]; at: number }>(CONSENTS_SQL, [providerId, address, channel]);
  return rows.map(({ source, at }) => ({ source, localAt: toLocal(at, provider.timeZone) }));
}
