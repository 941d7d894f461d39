import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { markReconnectNeeded } from "./mark-reconnect-needed";
import { refreshAccessToken } from "./refresh-access-token";
import { tokenPlace } from "./connection-tokens";

/** A token with less left than this is refreshed first: a call may take ten seconds, a page of them longer. */
const LEAST_LEFT_MS = 2 * 60_000;

/** Runs `call` as `withLiveToken` does, counted as one of what Google allows the account for its calendars. */
export async function withAccessToken<T>(app: AppContext, connectionId: string, call: (accessToken: string) => Promise<T>): Promise<T> {
  await app.ports.googleQuota?.take(connectionId);
  return withLiveToken(app, connectionId, call);
}

/**
 * Runs `call` with a live access token of the connection. A refused token is refreshed once and `call` runs again; a dead
 * grant, or a second refusal, marks the connection as to be connected again and throws IntegrationError `auth`.
 */
export async function withLiveToken<T>(app: AppContext, connectionId: string, call: (accessToken: string) => Promise<T>): Promise<T> {
  const accessToken = await liveToken(app, connectionId);
  try {
    return await call(accessToken);
  } catch (error) {
    if (!isAuth(error)) throw error;
  }
  const fresh = await refreshAccessToken(app, connectionId, accessToken);
  try {
    return await call(fresh);
  } catch (error) {
    if (isAuth(error)) await inTransaction(app, (tx) => markReconnectNeeded(tx, connectionId, app.clock.now()));
    throw error;
  }
}

async function liveToken(app: AppContext, connectionId: string): Promise<string> {
  const connection = await app.db.calendarConnection.findUnique({ where: { id: connectionId }, select: { status: true, accessTokenCiphertext: true, accessTokenExpiresAt: true } });
  if (connection?.status !== "ACTIVE") throw new IntegrationError({ vendor: "google", operation: "oauth.token", kind: "auth", code: "not-connected" });
  if (connection.accessTokenCiphertext === null) return refreshAccessToken(app, connectionId, null);
  const accessToken = await app.cipher.decrypt(connection.accessTokenCiphertext, tokenPlace(connectionId, "access"));
  const left = (connection.accessTokenExpiresAt?.getTime() ?? 0) - app.clock.now();
  return left < LEAST_LEFT_MS ? refreshAccessToken(app, connectionId, accessToken) : accessToken;
}

const isAuth = (error: unknown): boolean => error instanceof IntegrationError && error.kind === "auth";
