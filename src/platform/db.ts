import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient, type Prisma } from "@/generated/prisma/client";
import { statementName } from "./statement-name";

export type Db = PrismaClient;
/** A running transaction: what verbs write through. */
export type Tx = Prisma.TransactionClient;

export interface Database {
  readonly db: Db;
  /** The same connections for hand-written SQL where a round trip counts. */
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * How long anything may wait, so that one stuck session never holds up all others. A transaction may idle while Google
 * renews a token under a row's lock (20 s at most); nothing else does.
 */
const LIMITS = { connectionTimeoutMillis: 10_000, lock_timeout: 10_000, statement_timeout: 20_000, idle_in_transaction_session_timeout: 30_000 } as const;

/**
 * For a connection whose other end is gone without a word. PostgreSQL gives up first on every statement it heard of, so an
 * answer that is still out then will never come.
 */
const LOST = { query_timeout: 30_000, keepAlive: true } as const;

/**
 * Opens a pool of at most `poolSize` connections. Connections open lazily; waiting longer than the limits fails. Statements
 * that do not wait for each other's answers share a round trip.
 */
export function openDatabase(databaseUrl: string, poolSize: number): Database {
  const pool = new Pool({ connectionString: databaseUrl, max: poolSize, idleTimeoutMillis: 30_000, pipeline: true, ...LIMITS, ...LOST });
  // The pool has already replaced a connection that broke while idle; without a listener the event would end the process.
  pool.on("error", () => undefined);
  // The same for one that breaks while in use: the statement that meets it reports it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: ({ sql }) => statementName(sql) }) });
  return {
    db,
    pool,
    async close() {
      await db.$disconnect();
      await pool.end();
    },
  };
}
