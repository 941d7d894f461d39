import { randomUUID } from "node:crypto";
import type { Sandbox } from "../../sandbox-context";
import { randomToken } from "../../store/random-id";
import type { AccessToken, Grant } from "../../store/sandbox-state";

/** Google's access tokens live one hour less a second. */
export const accessTokenSeconds = 3599;

const consentKey = (account: string, clientId: string) => `${account}|${clientId}`;

export const consentedScopes = (sandbox: Sandbox, account: string, clientId: string) =>
  sandbox.state.google.consents[consentKey(account, clientId)] ?? [];

export function addConsent(sandbox: Sandbox, account: string, clientId: string, scopes: string[]) {
  const agreed = new Set([...consentedScopes(sandbox, account, clientId), ...scopes]);
  sandbox.state.google.consents[consentKey(account, clientId)] = [...agreed];
  sandbox.changed();
}

export function createGrant(sandbox: Sandbox, input: { account: string; clientId: string; scopes: string[]; withRefreshToken: boolean }): Grant {
  const grant: Grant = {
    id: randomUUID(),
    account: input.account,
    clientId: input.clientId,
    scopes: input.scopes,
    revoked: false,
    ...(input.withRefreshToken ? { refreshToken: `1//0${randomToken(60)}` } : {}),
  };
  sandbox.state.google.grants[grant.id] = grant;
  sandbox.changed();
  return grant;
}

export function issueAccessToken(sandbox: Sandbox, grant: Grant, scopes = grant.scopes): string {
  const token = `ya29.a0${randomToken(80)}`;
  const now = Date.now();
  const { accessTokens } = sandbox.state.google;
  for (const [old, held] of Object.entries(accessTokens)) if (held.expiresAt < now) delete accessTokens[old];
  accessTokens[token] = { grantId: grant.id, account: grant.account, scopes, expiresAt: now + accessTokenSeconds * 1000 };
  sandbox.changed();
  return token;
}

export function findAccessToken(sandbox: Sandbox, token: string): AccessToken | undefined {
  const held = sandbox.state.google.accessTokens[token];
  return held && held.expiresAt > Date.now() ? held : undefined;
}

export const findGrantByRefreshToken = (sandbox: Sandbox, refreshToken: string) =>
  Object.values(sandbox.state.google.grants).find((grant) => grant.refreshToken === refreshToken && !grant.revoked);

/** Removes an app's access to an account, as Google does whichever of its tokens is revoked. */
export function revokeAccess(sandbox: Sandbox, account: string, clientId?: string) {
  const { grants, accessTokens, consents } = sandbox.state.google;
  let revoked = 0;
  for (const grant of Object.values(grants)) {
    if (grant.account !== account || grant.revoked || (clientId && grant.clientId !== clientId)) continue;
    grant.revoked = true;
    revoked += 1;
    delete consents[consentKey(account, grant.clientId)];
    for (const [token, held] of Object.entries(accessTokens)) if (held.grantId === grant.id) delete accessTokens[token];
  }
  sandbox.changed();
  return revoked;
}

/** Access tokens die now; refresh tokens stay good. */
export function expireAccessTokens(sandbox: Sandbox, account: string) {
  const { accessTokens } = sandbox.state.google;
  const dead = Object.keys(accessTokens).filter((token) => accessTokens[token]?.account === account);
  for (const token of dead) delete accessTokens[token];
  sandbox.changed();
  return dead.length;
}
