import type { AppContext } from "@/application/shared/context";
import { readSql, type Sql } from "@/application/shared/sql";
import { SHOWN_OPENINGS, type NextOpenings } from "@/domain/availability/next-openings";
import { findOpenings } from "./find-openings";
import type { StoredOpening } from "./find-soonest";
import { foldOpenings } from "./fold-openings";
import { isStale } from "./stale-openings-sql";

const AT_ONCE = 50;

interface StoredScope {
  readonly id: string;
  readonly scope: string;
  readonly notBefore: number;
  readonly openings: StoredOpening[];
}

/** What is stored of providers whose openings can be believed at $2. */
const STORED_SQL = `
  SELECT o.provider_id AS id, o.scope, date_part('epoch', o.not_before) * 1000 AS "notBefore", o.openings
    FROM next_opening o JOIN provider_listing l ON l.provider_id = o.provider_id
   WHERE o.provider_id = ANY($1::uuid[]) AND NOT ${isStale("o.provider_id", "$2")}`;

/**
 * Finds the openings of all active providers anew and compares them with what search believes. Differing ones are noted as
 * changed, so that they are mended by the next look. Returns their providers' ids: there should be none.
 */
export async function verifyOpenings(app: AppContext): Promise<{ looked: number; wrong: string[] }> {
  const sql = readSql(app);
  const providers = (await sql<{ id: string }>("SELECT id FROM provider WHERE status = 'ACTIVE' ORDER BY id", [])).map(({ id }) => id);
  const wrong: string[] = [];
  let looked = 0;
  for (let from = 0; from < providers.length; from += AT_ONCE) {
    const ids = providers.slice(from, from + AT_ONCE);
    await foldOpenings(app, ids);
    const differing = await differingOf(sql, ids, app.clock.now());
    // A booking in between makes a difference that was noted: only what differs twice is wrong.
    if (differing.wrong.length > 0) wrong.push(...(await differingOf(sql, differing.wrong, app.clock.now())).wrong);
    looked += differing.looked;
  }
  if (wrong.length > 0) {
    app.log.error({ providerIds: wrong }, "openings differed from the schedule");
    await sql("INSERT INTO opening_change (provider_id, from_at) SELECT id, '-infinity' FROM unnest($1::uuid[]) AS wrong (id)", [wrong]);
  }
  return { looked, wrong };
}

async function differingOf(sql: Sql, ids: readonly string[], now: number): Promise<{ looked: number; wrong: string[] }> {
  const found = await findOpenings(sql, ids, now);
  const stored = new Map<string, StoredScope[]>();
  for (const scope of await sql<StoredScope>(STORED_SQL, [ids, new Date(now).toISOString()])) stored.set(scope.id, [...(stored.get(scope.id) ?? []), scope]);
  return { looked: stored.size, wrong: [...stored].filter(([id, scopes]) => !isSame(scopes, found.get(id), now)).map(([id]) => id) };
}

/** The same starts for every reader at `now`, and bounds that hold. */
function isSame(stored: readonly StoredScope[], found: NextOpenings | undefined, now: number): boolean {
  const shown = (openings: readonly StoredOpening[]) => JSON.stringify(openings.filter(([, , , offeredUntil]) => offeredUntil >= now).slice(0, SHOWN_OPENINGS));
  if (found === undefined || found.scopes.length !== stored.length) return false;
  return found.scopes.every(({ scope, openings, notBefore }) => {
    const known = stored.find((one) => one.scope === scope);
    const fresh = openings.map((one): StoredOpening => [one.startsAt, one.endsAt, one.service, one.offeredUntil]);
    return known !== undefined && known.notBefore <= notBefore && shown(known.openings) === shown(fresh);
  });
}
