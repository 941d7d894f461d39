import { explainSlot } from "@/application/availability/explain-slot";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { fromLocal, toLocal } from "@/domain/time/local-time";
import type { ExplainTimeInput, TimeExplanationView } from "./sync-doctor-schemas";

interface BlockRow {
  readonly kind: "booking" | "request" | "hold" | "event";
  readonly name: string;
  readonly reference: string | null;
  readonly from: Date;
  readonly to: Date;
}

/** What stands in the way first comes first: what fills the interval exactly, then whatever touches it. */
const BLOCK_SQL = `
  SELECT * FROM (
    SELECT CASE status WHEN 'HELD' THEN 'hold' WHEN 'PENDING' THEN 'request' ELSE 'booking' END AS kind, service_name AS name, reference, starts_at AS "from", ends_at AS "to", blocked_from, blocked_to
    FROM booking
    WHERE provider_id = $1::uuid AND status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') AND (status <> 'HELD' OR hold_expires_at > $4::timestamptz)
      AND blocked_from < $3::timestamptz AND blocked_to > $2::timestamptz
    UNION ALL
    SELECT 'event', c.name, NULL, i.starts_at, i.ends_at, i.starts_at, i.ends_at
    FROM busy_interval i JOIN calendar c ON c.id = i.calendar_id AND c.reads_busy
    JOIN provider p ON p.id = $1::uuid
    WHERE (i.provider_id = p.id OR i.organization_id = p.organization_id AND (c.location_id IS NULL OR c.location_id = p.location_id))
      AND i.starts_at < $3::timestamptz AND i.ends_at > $2::timestamptz
  ) AS block
  ORDER BY (blocked_from = $2::timestamptz AND blocked_to = $3::timestamptz) DESC, blocked_from
  LIMIT 1`;

/**
 * Why a time on the provider's wall clock is offered or not: the one rule, and for taken time what takes it, a booking
 * by its reference or an event by its calendar, never by its title. Throws NOT_FOUND, NOT_ALLOWED.
 */
export async function explainTime(app: AppContext, input: ExplainTimeInput): Promise<TimeExplanationView> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const { timeZone } = provider;
  const startsAt = new Date(fromLocal(input.localStart, timeZone)).toISOString();
  const { isOffered, rule, sentence, interval } = await explainSlot(app, { provider: provider.slug, service: input.service, startsAt });
  const block = rule === "BUSY" && interval !== null ? await findBlock(app, provider.id, interval) : null;
  const local = (at: Date) => toLocal(at.getTime(), timeZone);
  return {
    startsAt,
    localStart: toLocal(Date.parse(startsAt), timeZone),
    timeZone,
    isOffered,
    rule,
    sentence,
    block: block && { what: blockInWords(block), localFrom: local(block.from), localTo: local(block.to), reference: block.reference },
  };
}

async function findBlock(app: AppContext, providerId: string, { from, to }: { from: string; to: string }): Promise<BlockRow | null> {
  const [row] = await readSql(app)<BlockRow>(BLOCK_SQL, [providerId, from, to, new Date(app.clock.now()).toISOString()]);
  return row ?? null;
}

function blockInWords({ kind, name, reference }: BlockRow): string {
  if (kind === "event") return `An event in the Google calendar “${name}”`;
  if (kind === "hold") return "Somebody is choosing this time just now";
  return kind === "request" ? `A request that waits for an answer, ${reference ?? ""}` : `The booking ${reference ?? ""}`;
}
