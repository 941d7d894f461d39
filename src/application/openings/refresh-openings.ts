import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { foldOpenings } from "./fold-openings";

/** Openings that run out before the next round are found anew now, so that hardly any search has to. */
const AHEAD_MS = 70_000;

/** Brings openings up to date where something changed or time has passed, once a minute. Returns how many providers were looked at. */
export async function refreshOpenings(app: AppContext): Promise<number> {
  const soon = new Date(app.clock.now() + AHEAD_MS).toISOString();
  const rows = await readSql(app)<{ id: string }>("SELECT provider_id AS id FROM opening_change UNION SELECT provider_id FROM provider_listing WHERE good_until <= $1::timestamptz", [soon]);
  await foldOpenings(app, rows.map(({ id }) => id), AHEAD_MS);
  return rows.length;
}
