import { Prisma } from "@/generated/prisma/client";
import type { AppContext } from "@/application/shared/context";
import type { Changes } from "@/application/shared/changes";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import type { Sql } from "@/application/shared/sql";
import type { NextOpenings } from "@/domain/availability/next-openings";
import { CARDS_SQL } from "./card-sql";
import { findOpenings } from "./find-openings";
import { isStale } from "./stale-openings-sql";

/** Providers brought up to date by one transaction. */
const AT_ONCE = 50;

/** Not the booking lock: nobody who books waits for somebody who looks. */
const FOLD_LOCK_SEED = 7;

const STALE_SQL = `SELECT p.id FROM unnest($1::uuid[]) AS p (id) LEFT JOIN provider_listing l ON l.provider_id = p.id WHERE ${isStale("p.id", "$2")}`;

/**
 * Brings the openings of providers up to date where they cannot be believed (`aheadMs` from now). Changes are read before the facts, so
 * that the facts hold at least those changes; what is noted meanwhile stays noted. Safe to run anywhere at once, and to repeat.
 */
export async function foldOpenings(app: AppContext, providerIds: readonly string[], aheadMs = 0): Promise<void> {
  const ids = [...new Set(providerIds)].sort();
  for (let from = 0; from < ids.length; from += AT_ONCE) await foldSome(app, ids.slice(from, from + AT_ONCE), aheadMs);
}

function foldSome(app: AppContext, ids: readonly string[], aheadMs: number): Promise<void> {
  return decideAndWrite(
    app,
    async (sql, changes) => {
      const now = app.clock.now();
      const noted = await sql<{ id: string }>("SELECT id::text AS id FROM opening_change WHERE provider_id = ANY($1::uuid[])", [ids]);
      const stale = (await sql<{ id: string }>(STALE_SQL, [ids, new Date(now + aheadMs).toISOString()])).map(({ id }) => id);
      if (stale.length > 0) writeOpenings(changes, stale, now, await findOpenings(sql, stale, now), await cardsOf(sql, stale));
      changes.write("folded", Prisma.sql`DELETE FROM opening_change WHERE id = ANY(${noted.map(({ id }) => id)}::bigint[])`);
    },
    lockStatement(ids),
  );
}

/** In sorted order, so that two who fold the same providers never wait for each other. */
function lockStatement(ids: readonly string[]): string {
  for (const id of ids) if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError("not an id");
  return ids.map((id) => `SELECT pg_advisory_xact_lock(hashtextextended('${id}', ${FOLD_LOCK_SEED}))::text`).join("; ");
}

const cardsOf = async (sql: Sql, ids: readonly string[]) => new Map((await sql<{ id: string; card: object }>(CARDS_SQL, [ids])).map(({ id, card }) => [id, card]));

const iso = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : at > 0 ? "infinity" : "-infinity");

function writeOpenings(changes: Changes, ids: readonly string[], now: number, found: ReadonlyMap<string, NextOpenings>, cards: ReadonlyMap<string, object>): void {
  const listings = [];
  const openings = [];
  for (const [id, { scopes, goodUntil, watchUntil }] of found) {
    const card = cards.get(id);
    // Suspended between the two statements: that is noted, and taken up by whoever looks next.
    if (card === undefined) continue;
    listings.push({ provider_id: id, card, good_from: iso(now), good_until: iso(goodUntil), watch_until: iso(watchUntil) });
    for (const { scope, notBefore, openings: next } of scopes) {
      openings.push({
        provider_id: id, scope, not_before: iso(notBefore), starts: next.map(({ startsAt }) => iso(startsAt)), offered_until: next.map(({ offeredUntil }) => iso(offeredUntil)),
        openings: next.map(({ startsAt, endsAt, service, offeredUntil }) => [startsAt, endsAt, service, offeredUntil]), good_until: iso(goodUntil),
      });
    }
  }
  changes.write("listed", Prisma.sql`
    INSERT INTO provider_listing SELECT * FROM jsonb_populate_recordset(NULL::provider_listing, ${JSON.stringify(listings)}::jsonb)
    ON CONFLICT (provider_id) DO UPDATE SET card = EXCLUDED.card, good_from = EXCLUDED.good_from, good_until = EXCLUDED.good_until, watch_until = EXCLUDED.watch_until`);
  changes.write("unlisted", Prisma.sql`DELETE FROM provider_listing WHERE provider_id = ANY(${ids}::uuid[]) AND provider_id <> ALL(${listings.map((row) => row.provider_id)}::uuid[])`);
  changes.write("fresh", Prisma.sql`SELECT * FROM jsonb_populate_recordset(NULL::next_opening, ${JSON.stringify(openings)}::jsonb)`);
  changes.write("opened", Prisma.sql`
    INSERT INTO next_opening SELECT * FROM fresh
    ON CONFLICT (provider_id, scope) DO UPDATE SET not_before = EXCLUDED.not_before, starts = EXCLUDED.starts, offered_until = EXCLUDED.offered_until, openings = EXCLUDED.openings, good_until = EXCLUDED.good_until`);
  changes.write("closed", Prisma.sql`DELETE FROM next_opening o WHERE o.provider_id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT FROM fresh f WHERE f.provider_id = o.provider_id AND f.scope = o.scope)`);
}
