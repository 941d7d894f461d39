import { createHash } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from "jose";
import type { Sandbox } from "../../sandbox-context";
import { randomHex } from "../../store/random-id";
import { accessTokenSeconds } from "./grants";

/** The key that signs id tokens, made once and kept in the state. */
async function signingKey(sandbox: Sandbox): Promise<JWK> {
  const { google } = sandbox.state;
  if (!google.signingKey) {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    // Two first requests at once must agree on one key.
    google.signingKey ??= { ...(await exportJWK(privateKey)), kid: randomHex(40), alg: "RS256", use: "sig" };
    sandbox.changed();
  }
  return google.signingKey;
}

const publicPart = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use });

export const publicKeySet = async (sandbox: Sandbox) => ({ keys: [publicPart(await signingKey(sandbox))] });

/** The same key as PEM by key id, in the form google-auth-library fetches. */
export async function publicKeyPems(sandbox: Sandbox) {
  const jwk = await signingKey(sandbox);
  return { [jwk.kid ?? ""]: await exportSPKI(await asCryptoKey(publicPart(jwk))) };
}

async function asCryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, "RS256", { extractable: true });
  if (key instanceof Uint8Array) throw new Error("an RSA key was expected");
  return key;
}

export function identityClaims(sandbox: Sandbox, email: string, scopes: string[]) {
  const account = sandbox.state.google.accounts.find((candidate) => candidate.email === email);
  if (!account) throw new Error(`no sandbox account ${email}`);
  const [givenName, ...rest] = account.name.split(" ");
  return {
    sub: account.sub,
    ...(scopes.some((scope) => scope.endsWith("userinfo.email")) ? { email: account.claims?.email ?? email, email_verified: account.claims?.emailVerified ?? true } : {}),
    ...(scopes.some((scope) => scope.endsWith("userinfo.profile"))
      ? { name: account.name, given_name: givenName, family_name: rest.join(" "), picture: `${sandbox.origin}/avatars/${account.sub}.svg` }
      : {}),
  };
}

export async function signIdToken(sandbox: Sandbox, input: { account: string; clientId: string; scopes: string[]; accessToken: string; nonce?: string }) {
  const jwk = await signingKey(sandbox);
  const atHash = createHash("sha256").update(input.accessToken).digest().subarray(0, 16).toString("base64url");
  return new SignJWT({
    azp: input.clientId,
    ...identityClaims(sandbox, input.account, input.scopes),
    at_hash: atHash,
    ...(input.nonce ? { nonce: input.nonce } : {}),
  })
    .setProtectedHeader({ alg: "RS256", kid: jwk.kid ?? "", typ: "JWT" })
    .setIssuer(sandbox.origin)
    .setAudience(input.clientId)
    .setIssuedAt()
    .setExpirationTime(`${accessTokenSeconds}s`)
    .sign(await asCryptoKey(jwk));
}
