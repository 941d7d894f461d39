import type { Context } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { GoogleError } from "./google-error";
import { findAccessToken } from "./oauth/grants";
import { apiScope } from "./oauth/scopes";

const unauthenticated = () =>
  new GoogleError(401, "authError", "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.", { locationType: "header", location: "Authorization" });

/** The account behind the bearer token, which must carry one of these scopes (short names). Throws 401 or 403 as Google does. */
export function requireScope(sandbox: Sandbox, c: Context<SandboxEnv>, shortScopes: string[]): string {
  const [scheme, token] = (c.req.header("authorization") ?? "").split(" ");
  if (!token && !c.req.header("authorization")) {
    throw new GoogleError(401, "required", "Login Required.", { locationType: "header", location: "Authorization" });
  }
  const held = scheme?.toLowerCase() === "bearer" && token ? findAccessToken(sandbox, token) : undefined;
  if (!held) throw unauthenticated();
  c.set("account", held.account);
  c.set("scopes", held.scopes);
  if (!shortScopes.some((scope) => held.scopes.includes(apiScope(scope)))) {
    throw new GoogleError(403, "insufficientPermissions", "Request had insufficient authentication scopes.");
  }
  return held.account;
}

/** A JSON body, or what Google answers for anything else. */
export async function readJsonBody(c: Context<SandboxEnv>): Promise<unknown> {
  if (!c.req.header("content-type")?.includes("application/json")) {
    throw new GoogleError(400, "parseError", "This API does not support parsing form-encoded input.");
  }
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new GoogleError(400, "parseError", "Parse Error");
    throw error;
  }
}
