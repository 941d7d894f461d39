import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { staffScope } from "@/application/shared/staff-scope";

/** How many texts wait for a person of the clinic, over everybody the viewer works for. */
export async function countUnread(app: AppContext): Promise<{ unread: number }> {
  const { providerIds, organizationIds } = await staffScope(app, undefined, "message.read");
  const [row] = await readSql(app)<{ unread: number }>(
    `SELECT coalesce(sum(c.unread), 0)::int AS unread FROM conversation c JOIN provider p ON p.id = c.provider_id
     WHERE c.unread > 0 AND (c.provider_id = ANY($1::uuid[]) OR p.organization_id = ANY($2::uuid[]))`,
    [providerIds, organizationIds],
  );
  return { unread: row?.unread ?? 0 };
}
