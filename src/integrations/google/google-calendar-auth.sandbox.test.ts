import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";

const ACCOUNT = "amara.okafor@example.com";
const VERIFIER = "v".repeat(43);
const request = { asks: "calendar" as const, state: "s", codeChallenge: createHash("sha256").update(VERIFIER).digest("base64url") };

test.each(["client_secret_post", "client_secret_basic"] as const)("a code is exchanged, refreshed and revoked with %s", async (clientAuth) => {
  const google = await startGoogle({}, { clientAuth });
  const { calendarAuth, calendar } = google.ports;
  const { code } = await google.consent(calendarAuth.consentUrl(request), ACCOUNT);
  const grant = await calendarAuth.exchangeCode({ code: code ?? "", codeVerifier: VERIFIER });
  expect(grant).toMatchObject({ accountEmail: ACCOUNT, refreshToken: expect.stringMatching(/./) });
  expect(grant.accountSubject).toMatch(/^\d+$/);
  expect(grant.expiresAt - Date.now()).toBeGreaterThan(3_500_000);
  const refreshed = await calendarAuth.refresh(grant.refreshToken ?? "");
  expect(refreshed.refreshToken).toBeUndefined();
  expect(await calendar.listCalendars(refreshed.accessToken)).toMatchObject([{ externalId: ACCOUNT, isPrimary: true, canWrite: true, timeZone: "Europe/Berlin" }]);
  await calendarAuth.revoke(grant.refreshToken ?? "");
  await calendarAuth.revoke(grant.refreshToken ?? "");
  await expect(calendarAuth.refresh(grant.refreshToken ?? "")).rejects.toMatchObject({ failure: { kind: "auth", code: "invalid_grant" } });
  await google.close();
});

let google: GoogleSandbox;
beforeAll(async () => {
  google = await startGoogle();
});
afterAll(() => google.close());

test("a replayed code, another verifier and a code of nobody are refused", async () => {
  const { calendarAuth } = google.ports;
  const { code } = await google.consent(calendarAuth.consentUrl(request), ACCOUNT);
  await expect(calendarAuth.exchangeCode({ code: code ?? "", codeVerifier: "w".repeat(43) })).rejects.toMatchObject({ failure: { kind: "auth" } });
  await calendarAuth.exchangeCode({ code: code ?? "", codeVerifier: VERIFIER });
  await expect(calendarAuth.exchangeCode({ code: code ?? "", codeVerifier: VERIFIER })).rejects.toMatchObject({ failure: { kind: "auth" } });
  await expect(calendarAuth.exchangeCode({ code: "nobody's", codeVerifier: VERIFIER })).rejects.toMatchObject({ failure: { kind: "auth" } });
});

test("the library's own retries are off: one call, one request", async () => {
  await google.clearRequests();
  await google.fault({ match: "/token", status: 503 });
  await expect(google.ports.calendarAuth.refresh("any")).rejects.toMatchObject({ failure: { kind: "transient" } });
  expect(await google.requests()).toHaveLength(1);
  await google.clearFaults();
  await google.clearRequests();
  await google.fault({ match: "/calendar/", drop: true });
  await expect(google.ports.calendar.listCalendars("any")).rejects.toMatchObject({ failure: { kind: "transient" } });
  expect(await google.requests()).toHaveLength(1);
});

test("an id token of another issuer names nobody", async () => {
  const foreign = await startGoogle({}, { issuer: "https://accounts.google.com" });
  const { code } = await foreign.consent(foreign.ports.calendarAuth.consentUrl(request), ACCOUNT);
  await expect(foreign.ports.calendarAuth.exchangeCode({ code: code ?? "", codeVerifier: VERIFIER })).rejects.toMatchObject({ failure: { kind: "permanent", code: "foreign-id-token" } });
  await foreign.close();
});
