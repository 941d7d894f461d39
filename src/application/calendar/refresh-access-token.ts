import type { AppContext } from "@/application/shared/context";
import { CLIENT_REFUSED, IntegrationError } from "@/application/shared/errors";
import type { RefreshedToken } from "@/application/shared/ports";
import type { ConnectionAccess } from "@/generated/prisma/enums";
import type { Tx } from "@/platform/db";
import { encryptTokens, tokenPlace } from "./connection-tokens";
import { grantAsServiceAccount } from "./grant-as-service-account";
import { markReconnectNeeded } from "./mark-reconnect-needed";

/** Refreshes under way in this process, so that many callers wait on one promise and hold one database connection. */
const underWay = new Map<string, Promise<string>>();

/**
 * A token newer than `staleToken`: one refresh however many callers, in however many processes, ask at once. Throws
 * IntegrationError; a dead grant also marks the connection as to be connected again.
 */
export function refreshAccessToken(app: AppContext, connectionId: string, staleToken: string | null): Promise<string> {
  const running = underWay.get(connectionId);
  if (running) return running;
  const refresh = refreshUnderLock(app, connectionId, staleToken).finally(() => underWay.delete(connectionId));
  underWay.set(connectionId, refresh);
  return refresh;
}

/** The one vendor call made while a row is locked: whoever waits for the lock finds the new token instead of asking too. */
async function refreshUnderLock(app: AppContext, connectionId: string, staleToken: string | null): Promise<string> {
  const outcome = await app.db.$transaction(async (tx) => {
    const connection = await lockConnection(tx, connectionId);
    if (connection?.status !== "ACTIVE" || (connection.refreshTokenCiphertext === null && connection.access === "CONSENT")) return authError("not-connected");
    const stored = connection.accessTokenCiphertext === null ? null : await app.cipher.decrypt(connection.accessTokenCiphertext, tokenPlace(connectionId, "access"));
    if (stored !== null && stored !== staleToken) return stored;
    const { refreshTokenCiphertext } = connection;
    if (refreshTokenCiphertext === null) return refreshNow(app, tx, connectionId, () => grantAsServiceAccount(app, connection));
    const refreshToken = await app.cipher.decrypt(refreshTokenCiphertext, tokenPlace(connectionId, "refresh"));
    return refreshNow(app, tx, connectionId, () => (app.ports.calendarAuth ?? switchedOff()).refresh(refreshToken));
  }, { maxWait: 8_000, timeout: 20_000 });
  if (outcome instanceof IntegrationError) throw outcome;
  return outcome;
}

/** Answers a dead grant with the error instead of throwing it, so that what is recorded about it is committed. */
async function refreshNow(app: AppContext, tx: Tx, connectionId: string, ask: () => Promise<RefreshedToken>): Promise<string | IntegrationError> {
  try {
    const token = await ask();
    await tx.calendarConnection.update({ where: { id: connectionId }, data: { ...(await encryptTokens(app.cipher, connectionId, token)), lastError: null, lastErrorAt: null } });
    return token.accessToken;
  } catch (error) {
    if (error instanceof IntegrationError && error.failure.code === CLIENT_REFUSED) app.log.error({ connectionId }, "Google refuses the installation's OAuth client: check GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET");
    if (!(error instanceof IntegrationError) || error.kind !== "auth") throw error;
    await markReconnectNeeded(tx, connectionId, app.clock.now());
    return error;
  }
}

async function lockConnection(tx: Tx, connectionId: string) {
  const [row] = await tx.$queryRaw<{ status: string; access: ConnectionAccess; accountEmail: string; accessTokenCiphertext: string | null; refreshTokenCiphertext: string | null }[]>`
    SELECT status, access, account_email AS "accountEmail", access_token_ciphertext AS "accessTokenCiphertext", refresh_token_ciphertext AS "refreshTokenCiphertext"
    FROM calendar_connection WHERE id = ${connectionId}::uuid FOR UPDATE`;
  return row;
}

function switchedOff(): never {
  throw new IntegrationError({ vendor: "google", operation: "oauth.refresh", kind: "permanent", code: "switched-off" });
}

const authError = (code: string) => new IntegrationError({ vendor: "google", operation: "oauth.refresh", kind: "auth", code });
