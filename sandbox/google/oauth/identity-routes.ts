import { Hono } from "hono";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import { findAccessToken, revokeAccess } from "./grants";
import { identityClaims, publicKeyPems, publicKeySet } from "./id-token";
import { OAuthError } from "./oauth-error";
import { allScopes } from "./scopes";

/** Discovery, keys, userinfo, tokeninfo and revocation. */
export function identityRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.get("/.well-known/openid-configuration", (c) => c.json({
    issuer: sandbox.origin,
    authorization_endpoint: `${sandbox.origin}/o/oauth2/v2/auth`,
    token_endpoint: `${sandbox.origin}/token`,
    userinfo_endpoint: `${sandbox.origin}/userinfo`,
    revocation_endpoint: `${sandbox.origin}/revoke`,
    jwks_uri: `${sandbox.origin}/oauth2/v3/certs`,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: allScopes,
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
    claims_supported: ["aud", "email", "email_verified", "exp", "family_name", "given_name", "iat", "iss", "name", "picture", "sub"],
    code_challenge_methods_supported: ["plain", "S256"],
    grant_types_supported: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
  }));
  app.get("/oauth2/v3/certs", async (c) => c.json(await publicKeySet(sandbox)));
  app.get("/oauth2/v1/certs", async (c) => c.json(await publicKeyPems(sandbox)));

  app.on(["GET", "POST"], ["/userinfo", "/v1/userinfo"], (c) => {
    const token = c.req.header("authorization")?.replace(/^Bearer /i, "") ?? "";
    const held = findAccessToken(sandbox, token);
    if (!held) throw new OAuthError(401, "invalid_request", "Invalid Credentials");
    return c.json(identityClaims(sandbox, held.account, held.scopes));
  });

  app.on(["GET", "POST"], "/tokeninfo", async (c) => {
    const form = c.req.method === "POST" ? new URLSearchParams(await c.req.text()) : new URLSearchParams();
    const token = c.req.query("access_token") ?? form.get("access_token") ?? c.req.header("authorization")?.replace(/^Bearer /i, "") ?? "";
    const held = findAccessToken(sandbox, token);
    const grant = held && sandbox.state.google.grants[held.grantId];
    if (!held || !grant) throw new OAuthError(400, "invalid_token", "Invalid Value");
    const claims = identityClaims(sandbox, held.account, held.scopes);
    return c.json({
      azp: grant.clientId, aud: grant.clientId, sub: claims.sub,
      scope: held.scopes.join(" "),
      exp: String(Math.floor(held.expiresAt / 1000)),
      expires_in: String(Math.floor((held.expiresAt - Date.now()) / 1000)),
      ...(claims.email ? { email: claims.email, email_verified: "true" } : {}),
      access_type: grant.refreshToken ? "offline" : "online",
    });
  });

  app.on(["GET", "POST"], "/revoke", async (c) => {
    const form = c.req.method === "POST" ? new URLSearchParams(await c.req.text()) : new URLSearchParams();
    const token = c.req.query("token") ?? form.get("token");
    if (!token) throw new OAuthError(400, "invalid_request", "Missing required parameter: token");
    const { grants } = sandbox.state.google;
    const grantId = findAccessToken(sandbox, token)?.grantId;
    const grant = Object.values(grants).find((candidate) => !candidate.revoked && (candidate.id === grantId || candidate.refreshToken === token));
    if (!grant) throw new OAuthError(400, "invalid_token", "Token expired or revoked");
    revokeAccess(sandbox, grant.account, grant.clientId);
    return c.json({});
  });

  app.get("/avatars/:file", (c) => {
    const hue = Number(c.req.param("file").replace(/\D/g, "").slice(-3)) % 360;
    return c.body(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="hsl(${hue} 40% 45%)"/><circle cx="48" cy="38" r="17" fill="#fff"/><path d="M14 96c0-24 15-36 34-36s34 12 34 36z" fill="#fff"/></svg>`,
      200, { "content-type": "image/svg+xml" });
  });

  return app;
}
