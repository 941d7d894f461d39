import { setTimeout as delay } from "node:timers/promises";
import type { PoolClient } from "pg";
import { Changes } from "./changes";
import type { AppContext } from "./context";
import { AppError } from "./errors";
import { sqlOfClient, type Sql } from "./sql";
import { isOverload, isWorthRepeating } from "./transaction";

const ATTEMPTS = 4;

/** Reads facts through `sql`, decides, and collects what follows. Runs again after a deadlock, so it does nothing else. */
export type Decide<T> = (sql: Sql, changes: Changes) => Promise<T>;

/**
 * One transaction in two round trips: it begins together with the first facts that are read, and everything that follows
 * from the decision is written together with the commit. `lock` is a statement without parameters that comes first, such
 * as `lockProviderStatement`. Inside a context that carries a transaction it joins that one. Throws OVERLOADED when no
 * connection came free in time.
 */
export async function decideAndWrite<T>(app: AppContext, decide: Decide<T>, lock = ""): Promise<T> {
  if (app.sql) return joining(app.sql, decide, lock);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await onConnection(app, (client) => once(client, decide, lock));
    } catch (error) {
      if (isOverload(error)) throw new AppError("OVERLOADED", { retryAfterSeconds: 2 }, { cause: error });
      if (!isWorthRepeating(error) || attempt === ATTEMPTS) throw error;
      await delay(10 * attempt + Math.random() * 20);
    }
  }
}

async function joining<T>(sql: Sql, decide: Decide<T>, lock: string): Promise<T> {
  if (lock !== "") await sql(lock, []);
  const changes = new Changes();
  const result = await decide(sql, changes);
  await changes.flush(sql);
  return result;
}

async function once<T>(client: PoolClient, decide: Decide<T>, lock: string): Promise<T> {
  const sql = sqlOfClient(client);
  const changes = new Changes();
  const [begun, decided] = await Promise.allSettled([client.query(`BEGIN; ${lock}`), decide(sql, changes)]);
  // What was sent behind a BEGIN that failed fails too: the first failure is the one to tell.
  const failed = [begun, decided].find((outcome) => outcome.status === "rejected");
  if (failed || decided.status === "rejected") {
    // A connection that cannot even roll back is lost, has said so itself, and is thrown away.
    await Promise.allSettled([client.query("ROLLBACK")]);
    throw failed?.reason;
  }
  // A COMMIT behind a statement that failed rolls back.
  const [written, committed] = await Promise.allSettled([changes.flush(sql), client.query("COMMIT")]);
  if (written.status === "rejected") throw written.reason;
  if (committed.status === "rejected") throw committed.reason;
  return decided.value;
}

async function onConnection<T>(app: AppContext, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await app.pool.connect();
  let broken: Error | undefined;
  // A reset connection is reported by the statement that meets it; an unheard "error" event would end the process.
  const remember = (error: Error) => {
    broken = error;
  };
  client.on("error", remember);
  try {
    return await work(client);
  } finally {
    client.off("error", remember);
    client.release(broken);
  }
}
