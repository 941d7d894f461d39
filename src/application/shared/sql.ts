import type { Pool, PoolClient } from "pg";
import type { Tx } from "@/platform/db";
import { statementName } from "@/platform/statement-name";

/** Runs one hand-written statement with `$1`-style values. Numbers that may exceed 32 bits are selected as `float8`. */
export type Sql = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Statements of a running transaction. */
export const sqlOf =
  (tx: Tx): Sql =>
  <Row>(text: string, values: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(text, ...values);

/** Statements on a connection, or each on any of a pool's. */
export const sqlOfClient =
  (client: Pool | PoolClient): Sql =>
  async <Row extends object>(text: string, values: readonly unknown[]) =>
    (await client.query<Row>({ name: statementName(text), text, values: [...values] })).rows;

/** Reads outside a transaction, or inside the one the context carries. */
export const readSql = (app: { readonly sql?: Sql; readonly pool: Pool }): Sql => app.sql ?? sqlOfClient(app.pool);
