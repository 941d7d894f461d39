import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { Prisma } from "@/generated/prisma/client";
import { actorId } from "./actor";
import type { AppContext } from "./context";
import { decideAndWrite } from "./decide-and-write";
import { AppError } from "./errors";

const CLAIM_SQL = `
  INSERT INTO idempotency_key (id, actor, key, request_hash, created_at) VALUES ($1::uuid, $2, $3, $4, $5::timestamptz)
  ON CONFLICT (actor, key) DO NOTHING RETURNING id`;

const KNOWN_SQL = `SELECT id, request_hash AS "requestHash", response FROM idempotency_key WHERE actor = $1 AND key = $2`;

interface KnownKey {
  readonly id: string;
  readonly requestHash: string;
  readonly response: string | null;
}

export interface RepeatableRequest {
  readonly key: string;
  readonly request: unknown;
  /** What only this caller has, such as a hold's id: guests behind one network address share an actor, but not their keys. */
  readonly holder?: string;
}

/**
 * Does `work` once per actor and key and gives every repetition the first answer. The key is written in the work's own
 * transaction, which `work` must use through the context it is given: a crash leaves neither, and who comes at the same
 * time waits for the first. What `work` throws is not kept. Throws IDEMPOTENCY_MISMATCH when the request differs.
 */
export async function idempotently<T>(app: AppContext, { key, request, holder }: RepeatableRequest, work: (app: AppContext) => Promise<T>): Promise<T> {
  const actor = [app.actor.kind, actorId(app.actor), ...(holder === undefined ? [] : [holder])].join(":");
  const requestHash = createHash("sha256").update(canonicalJson(request)).digest("hex");
  return decideAndWrite(app, async (sql, changes) => {
    const id = uuidv7();
    const claimed = await sql<{ id: string }>(CLAIM_SQL, [id, actor, key, requestHash, new Date(app.clock.now()).toISOString()]);
    if (claimed.length === 1) {
      const answer = await work({ ...app, sql });
      changes.write("answered_key", Prisma.sql`UPDATE idempotency_key SET response = ${await app.cipher.encrypt(JSON.stringify(answer), placeOf(id))} WHERE id = ${id}::uuid`);
      return answer;
    }
    const [known] = await sql<KnownKey>(KNOWN_SQL, [actor, key]);
    if (!known?.response) throw new AppError("IN_PROGRESS", { retryAfterSeconds: 1 });
    if (known.requestHash !== requestHash) throw new AppError("IDEMPOTENCY_MISMATCH");
    const answer: T = JSON.parse(await app.cipher.decrypt(known.response, placeOf(known.id)));
    return answer;
  });
}

const placeOf = (id: string) => `idempotency:${id}`;

/** The same text for the same content, whatever the order of its fields. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
