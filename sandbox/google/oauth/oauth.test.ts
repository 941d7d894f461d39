import { CodeChallengeMethod } from "google-auth-library";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amara, daniel, redirectUri, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { defaultOptions } from "@sandbox/sandbox-options";
import { apiScope } from "./scopes";

const clientId = defaultOptions.googleClientId;
const scope = ["openid", "email", "profile", apiScope("calendar.events"), apiScope("calendar.readonly")];
const oauthRefusal = (error: string, status = 400) => ({ response: { status, data: { error } } });

describe("sign-in with Google", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  /** What a person does on the consent page; returns the callback's parameters. */
  async function consent(url: string, account: string, granted: string[], decision = "allow") {
    const form = new URLSearchParams(new URL(url).search);
    form.set("account", account);
    for (const one of granted) form.append("granted", one);
    form.set("decision", decision);
    const answer = await fetch(`${sandbox.origin}/o/oauth2/v2/auth/consent`, { method: "POST", body: form, redirect: "manual" });
    expect(answer.status).toBe(302);
    const location = new URL(answer.headers.get("location") ?? "");
    expect(location.origin + location.pathname).toBe(redirectUri);
    return location.searchParams;
  }

  const signIn = async (account: string, options: object = {}) => {
    const client = sandbox.oauthClient();
    const params = await consent(client.generateAuthUrl({ access_type: "offline", scope, state: "s1", ...options }), account, scope);
    return { client, code: params.get("code") ?? "", params };
  };

  it("shows the chooser, then the consent page with a checkbox per calendar scope", async () => {
    const url = sandbox.oauthClient().generateAuthUrl({ access_type: "offline", scope, prompt: "consent" });
    const chooser = await (await fetch(url)).text();
    expect(chooser.startsWith("<!DOCTYPE html>")).toBe(true);
    expect(chooser).toContain(amara);
    expect(chooser).toContain(daniel);
    const page = await (await fetch(`${url}&login_hint=${amara}`)).text();
    expect(page.match(/type="checkbox"/g)).toHaveLength(2);
    expect(page).toContain(">Deny</button>");
    expect(page).toContain(">Allow</button>");
  });

  it("exchanges the code once, with PKCE, and issues an id token that its own keys verify", async () => {
    const client = sandbox.oauthClient();
    const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
    const url = client.generateAuthUrl({ access_type: "offline", prompt: "consent", scope, state: "s1", nonce: "n1", code_challenge: codeChallenge ?? "", code_challenge_method: CodeChallengeMethod.S256 });
    const params = await consent(url, amara, scope);
    const code = params.get("code") ?? "";
    expect(params.get("state")).toBe("s1");
    await expect(client.getToken({ code, codeVerifier: `${codeVerifier}x` })).rejects.toMatchObject(oauthRefusal("invalid_grant"));
    await expect(client.getToken(code)).rejects.toMatchObject(oauthRefusal("invalid_grant"));
    const { tokens } = await client.getToken({ code, codeVerifier });
    expect(tokens.refresh_token).toMatch(/^1\/\/0/);
    expect(tokens.scope?.split(" ")).toContain("https://www.googleapis.com/auth/userinfo.email");
    await expect(client.getToken({ code, codeVerifier })).rejects.toMatchObject(oauthRefusal("invalid_grant"));

    const keys = createRemoteJWKSet(new URL(`${sandbox.origin}/oauth2/v3/certs`));
    const { payload } = await jwtVerify(tokens.id_token ?? "", keys, { issuer: sandbox.origin, audience: clientId });
    expect(payload).toMatchObject({ email: amara, email_verified: true, name: "Amara Okafor", nonce: "n1" });
    const ticket = await client.verifyIdToken({ idToken: tokens.id_token ?? "", audience: clientId });
    expect(ticket.getPayload()?.sub).toBe(payload.sub);
    const info = await client.getTokenInfo(tokens.access_token ?? "");
    expect(info).toMatchObject({ aud: clientId, email: amara, access_type: "offline" });
    const userinfo = await fetch(`${sandbox.origin}/userinfo`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect(await userinfo.json()).toMatchObject({ sub: payload.sub, email: amara });
  });

  it("checks the redirect address, the client and how it authenticates", async () => {
    const { code, client } = await signIn(daniel, { prompt: "consent" });
    await expect(client.getToken({ code, redirect_uri: `${redirectUri}/` })).rejects.toMatchObject(oauthRefusal("redirect_uri_mismatch"));
    const post = (fields: Record<string, string>, basic?: string) => fetch(`${sandbox.origin}/token`, {
      method: "POST", body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirectUri, ...fields }),
      headers: basic ? { authorization: `Basic ${Buffer.from(basic).toString("base64")}` } : {},
    });
    const wrong = await post({ client_id: clientId, client_secret: "wrong" });
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { error: "invalid_client" }]);
    expect((await post({}, `${clientId}:${defaultOptions.googleClientSecret}`)).status).toBe(200);
    const elsewhere = await fetch(`${sandbox.origin}/o/oauth2/v2/auth?${new URLSearchParams({ client_id: clientId, response_type: "code", scope: "openid", redirect_uri: "https://evil.example/cb" })}`, { redirect: "manual" });
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain("redirect_uri_mismatch");
  });

  it("gives a refresh token on the first consent only, unless consent is asked for again", async () => {
    const account = "patient@example.com";
    const first = await signIn(account);
    expect((await first.client.getToken(first.code)).tokens.refresh_token).toBeDefined();
    const url = first.client.generateAuthUrl({ access_type: "offline", scope, login_hint: account });
    const again = await fetch(url, { redirect: "manual" });
    expect(again.status).toBe(302);
    const { tokens } = await first.client.getToken(new URL(again.headers.get("location") ?? "").searchParams.get("code") ?? "");
    expect(tokens.refresh_token).toBeUndefined();
    const asked = await signIn(account, { prompt: "consent" });
    expect((await asked.client.getToken(asked.code)).tokens.refresh_token).toBeDefined();
    const online = await signIn(account, { prompt: "consent", access_type: "online" });
    expect((await online.client.getToken(online.code)).tokens.refresh_token).toBeUndefined();
  });

  it("grants only the ticked scopes, and tells a denial", async () => {
    const client = sandbox.oauthClient();
    const url = client.generateAuthUrl({ access_type: "offline", prompt: "consent", scope });
    const some = await consent(url, amara, [apiScope("calendar.readonly")]);
    const { tokens } = await client.getToken(some.get("code") ?? "");
    expect(tokens.scope).toContain("calendar.readonly");
    expect(tokens.scope).not.toContain("calendar.events");
    expect((await consent(url, amara, scope, "deny")).get("error")).toBe("access_denied");
  });

  it("refreshes, counts refreshes, and dies on revocation together with the access tokens", async () => {
    const { client, code } = await signIn(daniel, { prompt: "consent" });
    const { tokens } = await client.getToken(code);
    client.setCredentials(tokens);
    const before = (await sandbox.call("GET", `/_sandbox/google/refreshes?account=${daniel}`)).body.count;
    const { credentials } = await client.refreshAccessToken();
    expect(credentials.access_token).not.toBe(tokens.access_token);
    expect((await sandbox.call("GET", `/_sandbox/google/refreshes?account=${daniel}`)).body.count).toBe(before + 1);

    await sandbox.call("POST", "/_sandbox/google/expire-tokens", { account: daniel });
    await expect(client.getTokenInfo(credentials.access_token ?? "")).rejects.toMatchObject(oauthRefusal("invalid_token"));
    const { credentials: third } = await client.refreshAccessToken();
    await client.revokeToken(third.access_token ?? "");
    await expect(client.getTokenInfo(third.access_token ?? "")).rejects.toMatchObject(oauthRefusal("invalid_token"));
    client.setCredentials(tokens);
    await expect(client.refreshAccessToken()).rejects.toMatchObject(oauthRefusal("invalid_grant"));
  });
});
