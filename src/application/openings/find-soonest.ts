import type { Pool } from "pg";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { foldOpenings } from "./fold-openings";
import { soonestSql } from "./soonest-sql";

/** A statement giving the `id`s that may be shown. Its parameters are numbered from $7 on. */
export interface Matching {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Place {
  /** Epoch ms of the soonest free start; Infinity when there is none. */
  readonly soonest: number;
  readonly id: string;
}

/** [start, end, service, end of the notice], epoch ms. */
export type StoredOpening = readonly [startsAt: number, endsAt: number, service: string, offeredUntil: number];

export interface Soonest<Card> extends Place {
  readonly card: Card;
  readonly openings: readonly StoredOpening[];
}

export interface SoonestQuestion {
  /** "ANY" or a mode. */
  readonly scope: string;
  readonly matching: Matching | null;
  readonly limit: number;
  readonly after: Place | null;
}

interface Walk<Card> {
  readonly changed: string[];
  readonly past: string[];
  readonly walked: number;
  readonly walkedTo: [notBefore: number, id: string] | null;
  readonly page: [id: string, soonest: number | null, openings: StoredOpening[], card: Card][];
}

/** Somebody may book all the time; then the answer is as old as the last look, which is a moment. */
const MOST_FOLDS = 5;

/**
 * The providers with the soonest free start, in order: one statement as long as nothing changed since somebody looked. What
 * changed is worked in first, and the walk goes on until nobody who was not walked past can be sooner.
 */
export async function findSoonest<Card>(app: AppContext, { scope, matching, limit, after }: SoonestQuestion): Promise<{ page: Soonest<Card>[]; hasMore: boolean }> {
  const text = soonestSql(matching?.sql ?? null);
  const now = new Date(app.clock.now()).toISOString();
  const last = after && [after.soonest === Infinity ? "infinity" : new Date(after.soonest).toISOString(), after.id];
  let reach = limit + WALKED_BEYOND;
  for (let folds = 0; ; ) {
    const [walk] = await readSql(app)<Walk<Card>>(text, [now, scope, reach, limit, ...(last ?? [null, null]), ...(matching?.values ?? [])]);
    if (!walk) throw new Error("a walk over the openings gave no row");
    const stale = [...walk.changed, ...walk.past];
    if (stale.length > 0 && folds < MOST_FOLDS) {
      await foldTogether(app, stale);
      folds += 1;
      continue;
    }
    const isWhole = walk.walked < reach;
    if (!isWhole && !isProven(walk)) {
      reach *= 4;
      continue;
    }
    const page = walk.page.map(([id, soonest, openings, card]) => ({ id, soonest: soonest ?? Infinity, openings, card }));
    return { page, hasMore: walk.walked > page.length };
  }
}

/** A few of those walked past first come later than they could: their first starts were taken or have passed. */
const WALKED_BEYOND = 8;

const underWay = new WeakMap<Pool, Map<string, Promise<void>>>();

/** Many who search at once meet the same changes: one folds, the others wait for it, and then all look again. */
function foldTogether(app: AppContext, providerIds: readonly string[]): Promise<void> {
  const folds = underWay.get(app.pool) ?? new Map<string, Promise<void>>();
  underWay.set(app.pool, folds);
  const which = providerIds.toSorted().join();
  const running = folds.get(which) ?? foldOpenings(app, providerIds).finally(() => folds.delete(which));
  folds.set(which, running);
  return running;
}

/** Whoever was not walked past comes behind the last one walked, and so behind everybody on the page. */
function isProven({ page, walkedTo }: Walk<unknown>): boolean {
  const [id, soonest] = page.at(-1) ?? ["", null];
  if (walkedTo === null || soonest === null) return false;
  const [notBefore, walkedId] = walkedTo;
  return soonest < notBefore || (soonest === notBefore && id <= walkedId);
}
