import { exportSPKI, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { amara, startTestSandbox } from "@sandbox/testing/sandbox-clients";
import { apiScope } from "./scopes";

const email = "robot@clinic.iam.gserviceaccount.com";

describe("service accounts", () => {
  it("work on calendars shared with them and, for allowed domains, in a person's name", async () => {
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const stranger = await generateKeyPair("RS256");
    const sandbox = await startTestSandbox({ serviceAccounts: [{ email, publicKey: await exportSPKI(publicKey), domains: ["example.com"] }] });
    const exchange = async (key: typeof privateKey, subject?: string) => {
      const jwt = new SignJWT({ scope: apiScope("calendar.events") }).setProtectedHeader({ alg: "RS256" }).setIssuer(email).setAudience(`${sandbox.origin}/token`).setIssuedAt().setExpirationTime("10m");
      if (subject) jwt.setSubject(subject);
      const answer = await fetch(`${sandbox.origin}/token`, { method: "POST", body: new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: await jwt.sign(key) }) });
      return answer.json();
    };
    const listStatus = async (token: string, calendar: string) =>
      (await fetch(`${sandbox.origin}/calendar/v3/calendars/${calendar}/events`, { headers: { authorization: `Bearer ${token}` } })).status;

    expect(await exchange(stranger.privateKey)).toMatchObject({ error: "invalid_grant" });
    const own = await exchange(privateKey);
    expect(await listStatus(own.access_token, amara)).toBe(404);
    await sandbox.call("POST", "/_sandbox/google/share", { account: amara, with: email, role: "writer" });
    expect(await listStatus(own.access_token, amara)).toBe(200);
    expect(await exchange(privateKey, "someone@elsewhere.org")).toMatchObject({ error: "unauthorized_client" });
    expect(await listStatus((await exchange(privateKey, amara)).access_token, "primary")).toBe(200);
    await sandbox.close();
  });
});
