/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import { randomToken } from "../../store/random-id";
import { ChooserPage, ConsentPage, ProblemPage } from "./authorize-pages";
import { readAuthorizeRequest, type AuthorizeProblem, type AuthorizeRequest } from "./authorize-request";
import { addConsent, consentedScopes } from "./grants";
import { isIdentityScope } from "./scopes";

const codeLifetimeMs = 10 * 60_000;

function redirectBack(request: AuthorizeRequest, answer: Record<string, string>) {
  const target = new URL(request.redirectUri);
  if (request.state) target.searchParams.set("state", request.state);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: target.toString(), "cache-control": "no-store" } });
}

/** `scopes` is what the person agreed to now; `asked` says whether the consent page was shown. */
function redirectWithCode(sandbox: Sandbox, request: AuthorizeRequest, account: string, granted: string[], asked: boolean) {
  const earlier = request.includeGranted ? consentedScopes(sandbox, account, request.clientId) : [];
  const scopes = [...new Set([...granted, ...earlier])];
  addConsent(sandbox, account, request.clientId, granted);
  const code = `4/0A${randomToken(70)}`;
  sandbox.state.google.codes[code] = {
    clientId: request.clientId, account, scopes, redirectUri: request.redirectUri,
    issuesRefreshToken: request.offline && asked,
    expiresAt: Date.now() + codeLifetimeMs, used: false,
    ...(request.nonce ? { nonce: request.nonce } : {}),
    ...(request.codeChallenge ? { codeChallenge: request.codeChallenge, codeChallengeMethod: request.codeChallengeMethod } : {}),
  };
  sandbox.changed();
  return redirectBack(request, { code, scope: scopes.join(" "), authuser: "0", prompt: asked ? "consent" : "none" });
}

export function authorizeRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const { accounts } = sandbox.state.google;
  const findAccount = (email: string | null | undefined) => accounts.find((account) => account.email === email);
  const alreadyAgreed = (request: AuthorizeRequest, account: string) => {
    const agreed = consentedScopes(sandbox, account, request.clientId);
    return !request.prompts.includes("consent") && request.scopes.every((scope) => agreed.includes(scope));
  };

  function showProblem(c: Context<SandboxEnv>, problem: AuthorizeProblem) {
    return c.html(<ProblemPage problem={problem} />, problem.status);
  }

  function consentOrCode(c: Context<SandboxEnv>, request: AuthorizeRequest, email: string, query: URLSearchParams) {
    const account = findAccount(email);
    if (!account) return showProblem(c, { status: 400, error: "invalid_request", message: `No such account: ${email}` });
    if (alreadyAgreed(request, email)) return redirectWithCode(sandbox, request, email, request.scopes, false);
    return c.html(<ConsentPage account={account} request={request} query={query} />);
  }

  app.get("/o/oauth2/v2/auth", (c) => {
    const query = new URL(c.req.url).searchParams;
    const request = readAuthorizeRequest(sandbox, query);
    if ("error" in request) return showProblem(c, request);
    if (request.prompts.includes("none")) {
      const hinted = findAccount(request.loginHint);
      if (!hinted) return redirectBack(request, { error: "login_required" });
      return alreadyAgreed(request, hinted.email)
        ? redirectWithCode(sandbox, request, hinted.email, request.scopes, false)
        : redirectBack(request, { error: "consent_required" });
    }
    const hinted = findAccount(request.loginHint);
    if (hinted && !request.prompts.includes("select_account")) return consentOrCode(c, request, hinted.email, query);
    return c.html(<ChooserPage accounts={accounts} query={query} />);
  });

  app.get("/o/oauth2/v2/auth/consent", (c) => {
    const query = new URL(c.req.url).searchParams;
    const request = readAuthorizeRequest(sandbox, query);
    if ("error" in request) return showProblem(c, request);
    return consentOrCode(c, request, query.get("account") ?? "", query);
  });

  app.post("/o/oauth2/v2/auth/consent", async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const request = readAuthorizeRequest(sandbox, form);
    if ("error" in request) return showProblem(c, request);
    const account = findAccount(form.get("account"));
    if (!account) return showProblem(c, { status: 400, error: "invalid_request", message: "Choose an account first." });
    if (form.get("decision") !== "allow") return redirectBack(request, { error: "access_denied" });
    const ticked = form.getAll("granted");
    const granted = request.scopes.filter((scope) => isIdentityScope(scope) || ticked.includes(scope));
    if (granted.length === 0) return redirectBack(request, { error: "access_denied" });
    return redirectWithCode(sandbox, request, account.email, granted, true);
  });

  return app;
}
