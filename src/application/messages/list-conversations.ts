import { phoneDigits } from "@/application/booking/phone-digits";
import type { AppContext } from "@/application/shared/context";
import { formatPhone } from "@/application/shared/phone-view";
import { readSql } from "@/application/shared/sql";
import { staffScope } from "@/application/shared/staff-scope";
import { toLocal } from "@/domain/time/local-time";
import type { ConversationPage, ConversationSummary, ListConversationsInput } from "./conversation-schemas";
import { inboundPlace } from "./receive-text";
import { textPlace } from "./write-text";

const PREVIEW_LENGTH = 120;

/** Who has this number, as the provider knows them. */
const NAMES = `ARRAY(SELECT DISTINCT pt.name FROM patient pt WHERE pt.provider_id = c.provider_id AND pt.phone = c.address ORDER BY pt.name LIMIT 4)`;

const LIST_SQL = `
  SELECT c.id, c.channel::text AS channel, c.provider_id AS "providerId", p.name AS "providerName", p.time_zone AS "timeZone", c.address, c.unread,
    (extract(epoch FROM c.last_at) * 1000)::float8 AS "lastAt", ${NAMES} AS names, latest."inboundId", latest."messageId", latest.ciphertext
  FROM conversation c
  JOIN provider p ON p.id = c.provider_id
  JOIN LATERAL (
    SELECT * FROM (
      (SELECT i.id AS "inboundId", NULL::uuid AS "messageId", i.body_ciphertext AS ciphertext, i.received_at AS at FROM inbound_message i WHERE i.conversation_id = c.id ORDER BY i.received_at DESC LIMIT 1)
      UNION ALL
      (SELECT NULL, m.id, m.body_ciphertext, m.created_at FROM message m WHERE m.conversation_id = c.id AND m.template = 'staff-reply' ORDER BY m.created_at DESC LIMIT 1)
    ) said ORDER BY at DESC LIMIT 1
  ) latest ON true`;

interface Row {
  readonly id: string;
  readonly channel: "SMS" | "WHATSAPP";
  readonly providerId: string;
  readonly providerName: string;
  readonly timeZone: string;
  readonly address: string;
  readonly unread: number;
  readonly lastAt: number;
  readonly names: string[];
  readonly inboundId: string | null;
  readonly messageId: string | null;
  readonly ciphertext: string | null;
}

/** A clinic's conversations by text in which a person has said something, the latest first, each with what a person of either side said last. Throws NOT_FOUND, NOT_ALLOWED. */
export async function listConversations(app: AppContext, input: ListConversationsInput): Promise<ConversationPage> {
  const scope = await staffScope(app, input.providerId, "message.read");
  const values: unknown[] = [scope.providerIds, scope.organizationIds];
  const param = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["(c.provider_id = ANY($1::uuid[]) OR p.organization_id = ANY($2::uuid[]))"];
  if (input.unreadOnly) conditions.push("c.unread > 0");
  if (input.query) {
    const digits = phoneDigits(input.query);
    const named = `EXISTS (SELECT FROM patient pt WHERE pt.provider_id = c.provider_id AND pt.phone = c.address AND pt.name ILIKE ${param(`%${input.query.replace(/[\\%_]/g, "\\$&")}%`)})`;
    conditions.push(`(${named}${digits === null ? "" : ` OR c.address LIKE ${param(`%${digits}%`)}`})`);
  }
  if (input.cursor !== undefined) conditions.push(`(c.last_at, c.id) < (SELECT o.last_at, o.id FROM conversation o WHERE o.id = ${param(input.cursor)}::uuid)`);
  const rows = await readSql(app)<Row>(`${LIST_SQL} WHERE ${conditions.join(" AND ")} ORDER BY c.last_at DESC, c.id DESC LIMIT ${param(input.limit + 1)}::int`, values);
  const items = await Promise.all(rows.slice(0, input.limit).map((row) => toSummary(app, row)));
  return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

async function toSummary(app: AppContext, { inboundId, messageId, ciphertext, timeZone, address, lastAt, ...rest }: Row): Promise<ConversationSummary> {
  const place = inboundId !== null ? inboundPlace(inboundId) : messageId !== null ? textPlace(messageId) : null;
  const said = place === null || ciphertext === null ? "" : await app.cipher.decrypt(ciphertext, place);
  return {
    ...rest,
    phone: address,
    phoneText: formatPhone(address),
    lastAt: new Date(lastAt).toISOString(),
    localLastAt: toLocal(lastAt, timeZone),
    preview: `${inboundId === null && said !== "" ? "You: " : ""}${said.replace(/\s+/g, " ").slice(0, PREVIEW_LENGTH)}`,
  };
}
