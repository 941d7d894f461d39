import type { TestDatabase } from "../database/create-test-database";

/** Notes that each calendar was compared at `now` (epoch ms): what a poll adds then does not depend on the hour, comparisons being the night's work. */
export const comparedLately = ({ pool }: Pick<TestDatabase, "pool">, now: number) =>
  pool.query("INSERT INTO calendar_comparison (id, calendar_id, compared_at, until, compared, found, differences) SELECT gen_random_uuid(), id, $1, $1, 0, 0, '[]' FROM calendar", [new Date(now)]);
