import { randomToken } from "@/platform/crypto";
import type { Tx } from "@/platform/db";

const SESSION_MS = 30 * 86_400_000;

export interface StartedSession {
  readonly sessionToken: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/**
 * A session of somebody who showed a mailbox or a telephone, in the caller's transaction: a patient's only, whatever else they are. Whoever was signed
 * in here before is signed out. `now` is epoch ms.
 */
export async function startPatientSession(tx: Tx, { userId, previousSession }: { userId: string; previousSession: string | null }, now: number): Promise<StartedSession> {
  if (previousSession !== null) await tx.session.deleteMany({ where: { sessionToken: previousSession } });
  const started = { sessionToken: randomToken(), expiresAt: now + SESSION_MS };
  await tx.session.create({ data: { sessionToken: started.sessionToken, expires: new Date(started.expiresAt), userId, byLink: true } });
  return started;
}
