import type { Pool } from "pg";
import { soonestSql } from "@/application/openings/soonest-sql";
import { median } from "../booking/timing";

const PAGE = 20;

/** The least that a read model can be: its index from the front, and the stored starts of a page. */
const INDEX_SCAN = `SELECT provider_id, not_before, openings FROM next_opening WHERE scope = $2 ORDER BY not_before, provider_id LIMIT ${PAGE}`;

/** Lets the database itself time both, in turns, so that neither connection nor client counts. */
const timer = (name: string, ours: string) => `
  CREATE OR REPLACE FUNCTION ${name}(timestamptz, text, int, int, timestamptz, uuid, rounds int) RETURNS TABLE (ours float8, theirs float8) LANGUAGE plpgsql AS $body$
  DECLARE began timestamptz; row record;
  BEGIN
    FOR round IN 1..rounds LOOP
      began := clock_timestamp();
      FOR row IN ${ours} LOOP NULL; END LOOP;
      ours := extract(epoch FROM clock_timestamp() - began) * 1000;
      began := clock_timestamp();
      FOR row IN ${INDEX_SCAN} LOOP NULL; END LOOP;
      theirs := extract(epoch FROM clock_timestamp() - began) * 1000;
      RETURN NEXT;
    END LOOP;
  END $body$`;

/** Median milliseconds of "the soonest 20", as search asks it, and of the bare index scan. */
export async function timeSoonest(pool: Pool, now: number, rounds: number): Promise<{ ours: number; theirs: number; ratio: number }> {
  await pool.query(timer("bench_soonest", soonestSql(null)));
  const { rows } = await pool.query<{ ours: number; theirs: number }>("SELECT * FROM bench_soonest($1, 'ANY', $2, $3, NULL, NULL, $4)", [new Date(now).toISOString(), PAGE + 8, PAGE, rounds]);
  // Plans are made in the first rounds.
  const warm = rows.slice(Math.floor(rounds / 5));
  return { ours: median(warm.map((row) => row.ours)), theirs: median(warm.map((row) => row.theirs)), ratio: median(warm.map((row) => row.ours / row.theirs)) };
}
