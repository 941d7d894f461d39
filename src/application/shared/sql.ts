import type { Pool, PoolClient } from "pg";
import type { Tx } from "@/platform/db";
import { statementName } from "@/platform/statement-name";
import type { AppContext } from "./context";
import { AppError } from "./errors";

/** Runs one hand-written statement with `$1`-style values. Numbers that may exceed 32 bits are selected as `float8`. */
export type Sql = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Statements of a running transaction. */
export const sqlOf =
  (tx: Tx): Sql =>
  <Row>(text: string, values: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(text, ...values);

const sqlOfClient =
  (client: Pool | PoolClient): Sql =>
  async <Row extends object>(text: string, values: readonly unknown[]) =>
    (await client.query<Row>({ name: statementName(text), text, values: [...values] })).rows;

/** Reads outside a transaction, or inside the one the context carries. */
export const readSql = (app: AppContext): Sql => (app.tx ? sqlOf(app.tx) : sqlOfClient(app.pool));

export interface SqlConnection {
  readonly sql: Sql;
  /** Runs `work` in a transaction on this connection. */
  inTransaction<T>(begin: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Keeps one connection for all of `work`, so that a burst of callers is served a few at a time and the late ones see
 * what the early ones did. `begin` is a statement sent together with BEGIN: one trip for both. Waiting for a connection
 * longer than the pool allows is OVERLOADED.
 */
export async function onOneConnection<T>(app: AppContext, work: (connection: SqlConnection) => Promise<T>): Promise<T> {
  if (app.tx) {
    const sql = sqlOf(app.tx);
    return work({
      sql,
      async inTransaction(begin, inner) {
        await sql(begin, []);
        return inner();
      },
    });
  }
  const client = await app.pool.connect().catch((cause: unknown) => {
    throw new AppError("OVERLOADED", { retryAfterSeconds: 2 }, { cause });
  });
  let broken: Error | undefined;
  // A reset connection is reported by the statement that meets it; an unheard "error" event would end the process.
  const remember = (error: Error) => {
    broken = error;
  };
  client.on("error", remember);
  try {
    return await work({
      sql: sqlOfClient(client),
      async inTransaction(begin, inner) {
        await client.query(`BEGIN; ${begin}`);
        try {
          const result = await inner();
          await client.query("COMMIT");
          return result;
        } catch (error) {
          // A connection that cannot even roll back is thrown away.
          await client.query("ROLLBACK").catch((cause: unknown) => {
            broken = cause instanceof Error ? cause : new Error("rollback failed", { cause });
          });
          throw error;
        }
      },
    });
  } finally {
    client.off("error", remember);
    client.release(broken);
  }
}
