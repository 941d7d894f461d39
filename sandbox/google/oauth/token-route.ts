import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import type { Grant } from "../../store/sandbox-state";
import { accessTokenSeconds, createGrant, findGrantByRefreshToken, issueAccessToken } from "./grants";
import { signIdToken } from "./id-token";
import { OAuthError } from "./oauth-error";
import { serviceAccountGrant } from "./service-account-grant";

const same = (left: string, right: string) => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Accepts the client's id and secret by basic authentication or in the form, not both. */
function authenticateClient(sandbox: Sandbox, header: string | undefined, form: URLSearchParams): string {
  let clientId = form.get("client_id");
  let secret = form.get("client_secret");
  if (header?.startsWith("Basic ")) {
    if (secret) throw new OAuthError(400, "invalid_request", "The client authenticated in more than one way.");
    const decoded = Buffer.from(header.slice(6), "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    clientId = decodeURIComponent(decoded.slice(0, colon));
    secret = decodeURIComponent(decoded.slice(colon + 1));
  }
  if (!clientId) throw new OAuthError(400, "invalid_request", "Could not determine client ID from request.");
  if (clientId !== sandbox.options.googleClientId) throw new OAuthError(401, "invalid_client", "The OAuth client was not found.");
  if (!secret) throw new OAuthError(400, "invalid_request", "client_secret is missing.");
  if (!same(secret, sandbox.options.googleClientSecret)) throw new OAuthError(401, "invalid_client", "Unauthorized");
  return clientId;
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new OAuthError(400, "invalid_request", `Missing required parameter: ${name}`);
  return value;
}

function checkVerifier(code: { codeChallenge?: string; codeChallengeMethod?: string }, verifier: string | null) {
  if (!code.codeChallenge) {
    if (verifier) throw new OAuthError(400, "invalid_grant", "A code_verifier was sent, but the authorization request had no code_challenge.");
    return;
  }
  if (!verifier) throw new OAuthError(400, "invalid_grant", "Missing code verifier.");
  const computed = code.codeChallengeMethod === "S256" ? createHash("sha256").update(verifier).digest("base64url") : verifier;
  if (!same(computed, code.codeChallenge)) throw new OAuthError(400, "invalid_grant", "Invalid code verifier.");
}

async function tokenAnswer(sandbox: Sandbox, grant: Grant, options: { nonce?: string; scopes?: string[]; withRefreshToken?: boolean }) {
  const scopes = options.scopes ?? grant.scopes;
  const accessToken = issueAccessToken(sandbox, grant, scopes);
  return {
    access_token: accessToken,
    expires_in: accessTokenSeconds,
    ...(options.withRefreshToken && grant.refreshToken ? { refresh_token: grant.refreshToken } : {}),
    scope: scopes.join(" "),
    token_type: "Bearer",
    ...(scopes.includes("openid")
      ? { id_token: await signIdToken(sandbox, { account: grant.account, clientId: grant.clientId, scopes, accessToken, ...(options.nonce ? { nonce: options.nonce } : {}) }) }
      : {}),
  };
}

function redeemCode(sandbox: Sandbox, clientId: string, form: URLSearchParams) {
  const code = sandbox.state.google.codes[required(form, "code")];
  const redirectUri = required(form, "redirect_uri");
  if (!code || code.used || code.expiresAt < Date.now() || code.clientId !== clientId) throw new OAuthError(400, "invalid_grant", "Malformed auth code.");
  if (code.redirectUri !== redirectUri) throw new OAuthError(400, "redirect_uri_mismatch", "Bad Request");
  checkVerifier(code, form.get("code_verifier"));
  code.used = true;
  const grant = createGrant(sandbox, { account: code.account, clientId, scopes: code.scopes, withRefreshToken: code.issuesRefreshToken });
  return tokenAnswer(sandbox, grant, { withRefreshToken: true, ...(code.nonce ? { nonce: code.nonce } : {}) });
}

function refresh(sandbox: Sandbox, clientId: string, form: URLSearchParams) {
  const grant = findGrantByRefreshToken(sandbox, required(form, "refresh_token"));
  if (!grant || grant.clientId !== clientId) throw new OAuthError(400, "invalid_grant", "Token has been expired or revoked.");
  const narrowed = form.get("scope")?.split(/\s+/).filter(Boolean);
  if (narrowed?.some((scope) => !grant.scopes.includes(scope))) throw new OAuthError(400, "invalid_scope", "Some requested scopes were invalid.");
  const { refreshes } = sandbox.state.google;
  refreshes[grant.account] = (refreshes[grant.account] ?? 0) + 1;
  return tokenAnswer(sandbox, grant, narrowed ? { scopes: narrowed } : {});
}

export function tokenRoute(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  app.post("/token", async (c) => {
    if (!c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded")) {
      throw new OAuthError(400, "invalid_request", "Send the parameters as application/x-www-form-urlencoded.");
    }
    const form = new URLSearchParams(await c.req.text());
    const grantType = required(form, "grant_type");
    c.header("cache-control", "no-cache, no-store, max-age=0, must-revalidate");
    if (grantType === "urn:ietf:params:oauth:grant-type:jwt-bearer") {
      return c.json(await tokenAnswer(sandbox, await serviceAccountGrant(sandbox, required(form, "assertion")), {}));
    }
    const clientId = authenticateClient(sandbox, c.req.header("authorization"), form);
    if (grantType === "authorization_code") return c.json(await redeemCode(sandbox, clientId, form));
    if (grantType === "refresh_token") return c.json(await refresh(sandbox, clientId, form));
    throw new OAuthError(400, "unsupported_grant_type", `Invalid grant_type: ${grantType}`);
  });
  return app;
}
