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

/** Opens a pool of at most `poolSize` connections. Connections open lazily; waiting for one longer than 10 s fails. */
export function openDatabase(databaseUrl: string, poolSize: number): Database {
  const pool = new Pool({ connectionString: databaseUrl, max: poolSize, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 });
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
