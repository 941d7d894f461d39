import type { Sandbox } from "../../sandbox-context";
import { canonicalScope } from "./scopes";

/** A checked request to `/o/oauth2/v2/auth`. */
export interface AuthorizeRequest {
  clientId: string;
  redirectUri: string;
  scopes: string[];
  state?: string;
  nonce?: string;
  codeChallenge?: string;
  codeChallengeMethod?: "S256" | "plain";
  offline: boolean;
  prompts: string[];
  loginHint?: string;
  includeGranted: boolean;
}

/** Google shows these on its own page and never redirects. */
export interface AuthorizeProblem {
  status: 400 | 401;
  error: string;
  message: string;
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

function redirectAllowed(uri: string, allowed: string[]) {
  if (!URL.canParse(uri)) return false;
  if (allowed.length === 0) return loopback.has(new URL(uri).hostname);
  return allowed.some((entry) => (entry.endsWith("*") ? uri.startsWith(entry.slice(0, -1)) : uri === entry));
}

const problem = (error: string, message: string, status: 400 | 401 = 400): AuthorizeProblem => ({ status, error, message });

export function readAuthorizeRequest(sandbox: Sandbox, query: URLSearchParams): AuthorizeRequest | AuthorizeProblem {
  const get = (name: string) => query.get(name) || undefined;
  const clientId = get("client_id");
  const redirectUri = get("redirect_uri");
  if (!clientId) return problem("invalid_request", "Missing required parameter: client_id");
  if (clientId !== sandbox.options.googleClientId) return problem("invalid_client", "The OAuth client was not found.", 401);
  if (!redirectUri) return problem("invalid_request", "Missing required parameter: redirect_uri");
  if (!redirectAllowed(redirectUri, sandbox.options.redirectUris)) {
    return problem("redirect_uri_mismatch", `The redirect URI in the request, ${redirectUri}, does not match the ones authorized for the OAuth client.`);
  }
  const responseType = get("response_type");
  if (!responseType) return problem("invalid_request", "Missing required parameter: response_type");
  if (responseType !== "code") return problem("unsupported_response_type", `Response type not allowed: ${responseType}. Use code.`);
  const scope = get("scope");
  if (!scope) return problem("invalid_request", "Missing required parameter: scope");
  const scopes: string[] = [];
  for (const asked of scope.split(/\s+/).filter(Boolean)) {
    const canonical = canonicalScope(asked);
    if (!canonical) return problem("invalid_scope", `Some requested scopes were invalid: ${asked}`);
    if (!scopes.includes(canonical)) scopes.push(canonical);
  }
  const accessType = get("access_type") ?? "online";
  if (accessType !== "online" && accessType !== "offline") return problem("invalid_request", `Invalid access_type: ${accessType}. Use online or offline.`);
  const prompts = (get("prompt") ?? "").split(/\s+/).filter(Boolean);
  const unknownPrompt = prompts.find((prompt) => !["none", "consent", "select_account"].includes(prompt));
  if (unknownPrompt || (prompts.includes("none") && prompts.length > 1)) return problem("invalid_request", `Invalid prompt: ${prompts.join(" ")}`);
  const codeChallenge = get("code_challenge");
  const method = get("code_challenge_method") ?? (codeChallenge ? "plain" : undefined);
  if (method !== undefined && method !== "S256" && method !== "plain") return problem("invalid_request", `Invalid code_challenge_method: ${method}`);
  if (method && !codeChallenge) return problem("invalid_request", "code_challenge_method without code_challenge");
  if (codeChallenge && !/^[A-Za-z0-9\-._~]{43,128}$/.test(codeChallenge)) return problem("invalid_request", "Invalid code_challenge");
  return {
    clientId, redirectUri, scopes, prompts,
    offline: accessType === "offline",
    includeGranted: get("include_granted_scopes") === "true",
    ...(get("state") ? { state: get("state") } : {}),
    ...(get("nonce") ? { nonce: get("nonce") } : {}),
    ...(codeChallenge && method ? { codeChallenge, codeChallengeMethod: method } : {}),
    ...(get("login_hint") ? { loginHint: get("login_hint") } : {}),
  };
}
