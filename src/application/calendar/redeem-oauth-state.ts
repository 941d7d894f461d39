import type { AppContext } from "@/application/shared/context";
import { hashToken } from "@/platform/crypto";
import type { CalendarProblem } from "./calendar-schemas";
import { verifierPlace } from "./start-calendar-connection";

export type Redeemed = { readonly ok: true; readonly codeVerifier: string; readonly returnTo: string; /** For which clinic it was started. */ readonly organizationId: string | null; /** The account that was asked for leave to send e-mails. */ readonly mailConnectionId: string | null } | { readonly ok: false; readonly problem: CalendarProblem; readonly returnTo?: string; readonly isForMail?: boolean };

/**
 * Uses up a started consent: once, by the user and in the browser session that started it, within ten minutes. Nobody
 * else can use it up, so a leaked address spoils nothing.
 */
export async function redeemOAuthState(app: AppContext, state: string, owner: { userId: string; sessionToken: string }): Promise<Redeemed> {
  const now = new Date(app.clock.now());
  const stateHash = hashToken(state);
  const sessionHash = hashToken(owner.sessionToken);
  const [row] = await app.db.$queryRaw<{ id: string; codeVerifier: string; returnTo: string; organizationId: string | null; mailConnectionId: string | null }[]>`
    UPDATE oauth_state SET used_at = ${now}
    WHERE state_hash = ${stateHash} AND user_id = ${owner.userId}::uuid AND session_hash = ${sessionHash} AND used_at IS NULL AND expires_at > ${now}
    RETURNING id, code_verifier AS "codeVerifier", return_to AS "returnTo", organization_id AS "organizationId", mail_connection_id AS "mailConnectionId"`;
  if (row) return { ok: true, codeVerifier: await app.cipher.decrypt(row.codeVerifier, verifierPlace(row.id)), returnTo: row.returnTo, organizationId: row.organizationId, mailConnectionId: row.mailConnectionId };
  const known = await app.db.oAuthState.findUnique({ where: { stateHash }, select: { userId: true, sessionHash: true, usedAt: true, returnTo: true, mailConnectionId: true } });
  const isOwn = known?.userId === owner.userId && known.sessionHash === sessionHash;
  if (!isOwn) return { ok: false, problem: "state-unknown" };
  return { ok: false, problem: known.usedAt !== null ? "state-used" : "state-expired", returnTo: known.returnTo, isForMail: known.mailConnectionId !== null };
}
