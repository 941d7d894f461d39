import { decodeJwt, errors, importSPKI, jwtVerify } from "jose";
import type { Sandbox } from "../../sandbox-context";
import type { Grant } from "../../store/sandbox-state";
import { createGrant } from "./grants";
import { OAuthError } from "./oauth-error";
import { canonicalScope } from "./scopes";

const longestAssertion = "1h";
const LONGEST_SECONDS = 3_600;

/** Checks a service account's signed assertion (RFC 7523); `sub` impersonates a person of an allowed domain. */
export async function serviceAccountGrant(sandbox: Sandbox, assertion: string): Promise<Grant> {
  try {
    const issuer = decodeJwt(assertion).iss;
    const serviceAccount = sandbox.options.serviceAccounts.find((candidate) => candidate.email === issuer);
    if (!serviceAccount) throw new OAuthError(400, "invalid_grant", "Invalid grant: account not found");
    const { payload } = await jwtVerify(assertion, await importSPKI(serviceAccount.publicKey, "RS256"), {
      algorithms: ["RS256"],
      audience: [`${sandbox.origin}/token`, "https://oauth2.googleapis.com/token"],
      maxTokenAge: longestAssertion,
      requiredClaims: ["exp", "iat"],
    });
    if ((payload.exp ?? 0) - (payload.iat ?? 0) > LONGEST_SECONDS) throw new OAuthError(400, "invalid_grant", "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.");
    const scopes = typeof payload.scope === "string" ? payload.scope.split(/\s+/).filter(Boolean).map(canonicalScope) : [];
    const known = scopes.filter((scope) => scope !== undefined);
    if (known.length === 0 || known.length < scopes.length) throw new OAuthError(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    const subject = payload.sub ?? serviceAccount.email;
    if (subject !== serviceAccount.email) {
      if (!serviceAccount.domains.includes(subject.split("@")[1] ?? "")) {
        throw new OAuthError(401, "unauthorized_client", "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.");
      }
      if (!sandbox.state.google.accounts.some((account) => account.email === subject)) throw new OAuthError(400, "invalid_grant", "Invalid email or User ID");
    }
    return createGrant(sandbox, { account: subject, clientId: serviceAccount.email, scopes: known, withRefreshToken: false });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new OAuthError(400, "invalid_grant", `Invalid JWT: ${error.message}`);
    throw error;
  }
}
