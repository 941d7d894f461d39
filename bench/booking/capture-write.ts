import type { PoolClient } from "pg";
import { bookForCaller } from "@/application/booking/book-for-caller";
import { sqlOfClient, type Sql } from "@/application/shared/sql";
import { statementName } from "@/platform/statement-name";
import type { BuiltProvider } from "@tests/support/builders/build-provider";
import { deskActor } from "@tests/support/booking-requests";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

/** What a booking sends once it is decided: the provider's lock and one statement with everything it brings about. */
export interface CapturedWrite {
  readonly lock: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Lets a whole booking decide, and keeps its write instead of sending it. */
export async function captureWrite(on: TestDatabase, built: BuiltProvider, startsAt: number, now: number): Promise<CapturedWrite> {
  const sent: { text: string; values: readonly unknown[] }[] = [];
  const read = sqlOfClient(on.pool);
  const sql: Sql = (text, values) => {
    sent.push({ text, values });
    return text.includes("INSERT INTO") || text.includes("advisory") ? Promise.resolve([]) : read(text, values);
  };
  const app = { ...testContext(on, { actor: deskActor(built, built.userId), now }), sql };
  const patient = { name: `Patient ${startsAt} ${built.providerId}`, email: `${startsAt}-${built.providerId}@example.test`, phone: "+44 20 7946 0123" };
  await bookForCaller(app, { providerId: built.providerId, service: built.serviceSlug, startsAt: new Date(startsAt).toISOString(), mode: "ONLINE", patient, reason: "A rash on my arm", timeZone: "Europe/London" });
  const [lock, write] = [sent[0], sent.at(-1)];
  if (!lock?.text.includes("advisory") || !write?.text.includes("INSERT INTO booking")) throw new Error("a booking is not written as this measurement expects");
  return { lock: lock.text, ...write };
}

/** One transaction, as `decideAndWrite` sends it, in one round trip. */
export async function replayWrite(client: PoolClient, { lock, text, values }: CapturedWrite): Promise<void> {
  await Promise.all([client.query(`BEGIN; ${lock}`), client.query({ name: statementName(text), text, values: [...values] }), client.query("COMMIT")]);
}
