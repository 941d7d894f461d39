import { CodeChallengeMethod, OAuth2Client } from "google-auth-library";
import { decodeJwt } from "jose";
import { z } from "zod";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarAuthPort } from "@/application/shared/ports";
import { callGoogle, NoBody } from "./call-google";
import { DEFAULT_TIMEOUT_MS, type GoogleConfig } from "./google-config";

const API = "https://www.googleapis.com/auth";
/** The least that reads busy times, writes events, names the account and makes Meet links. */
const CALENDAR_SCOPES = [`${API}/calendar.events`, `${API}/calendar.calendarlist.readonly`, `${API}/meetings.space.created`];
/** Sends and reads nothing. */
const MAIL_SCOPES = [`${API}/gmail.send`];
const SCOPES = { calendar: CALENDAR_SCOPES, mail: MAIL_SCOPES, both: [...CALENDAR_SCOPES, ...MAIL_SCOPES] } as const;

const Tokens = z.object({ access_token: z.string().min(1), expiry_date: z.number(), refresh_token: z.string().optional() });
const Granted = Tokens.extend({ scope: z.string(), id_token: z.string() });
const Identity = z.object({ sub: z.string().min(1), email: z.string().min(1), aud: z.string(), iss: z.string() });

/** Google's OAuth 2.0 for web servers (developers.google.com/identity/protocols/oauth2/web-server), with PKCE. */
export function googleCalendarAuth(config: GoogleConfig): CalendarAuthPort {
  return {
    consentUrl: ({ state, codeChallenge, loginHint, asks }) =>
      openClient(config).generateAuthUrl({
        scope: ["openid", "email", ...SCOPES[asks]],
        state,
        access_type: "offline",
        // Without "consent" Google hands out a refresh token only at the very first; without the other it may take the account signed in.
        prompt: loginHint === undefined ? "consent select_account" : "consent",
        include_granted_scopes: true,
        code_challenge: codeChallenge,
        code_challenge_method: CodeChallengeMethod.S256,
        ...(loginHint !== undefined && { login_hint: loginHint }),
      }),

    async exchangeCode({ code, codeVerifier }) {
      const tokens = await callGoogle("oauth.exchange", false, Granted, async () => ({ data: (await openClient(config).getToken({ code, codeVerifier })).tokens }));
      const identity = readIdentity(config, tokens.id_token);
      return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token ?? null, expiresAt: tokens.expiry_date, scopes: tokens.scope.split(/\s+/).filter(Boolean), accountEmail: identity.email, accountSubject: identity.sub };
    },

    async refresh(refreshToken) {
      const client = openClient(config);
      client.setCredentials({ refresh_token: refreshToken });
      const tokens = await callGoogle("oauth.refresh", false, Tokens, async () => ({ data: (await client.refreshAccessToken()).credentials }));
      const rotated = tokens.refresh_token !== undefined && tokens.refresh_token !== refreshToken;
      return { accessToken: tokens.access_token, expiresAt: tokens.expiry_date, ...(rotated && { refreshToken: tokens.refresh_token }) };
    },

    async revoke(token) {
      try {
        await callGoogle("oauth.revoke", false, NoBody, () => openClient(config).revokeToken(token));
      } catch (error) {
        if (error instanceof IntegrationError && (error.kind === "auth" || error.failure.code === "invalid_token")) return;
        throw error;
      }
    },
  };
}

/** The id token came straight from the token endpoint, so its signature adds nothing (OpenID Connect Core 3.1.3.7). */
function readIdentity(config: GoogleConfig, idToken: string) {
  const identity = Identity.safeParse(decodeJwt(idToken)).data;
  const issuers = [config.issuer, config.issuer.replace(/^https:\/\//, "")];
  if (!identity || identity.aud !== config.clientId || !issuers.includes(identity.iss)) {
    throw new IntegrationError({ vendor: "google", operation: "oauth.exchange", kind: "permanent", code: "foreign-id-token" });
  }
  return identity;
}

/** A client for one call: it keeps credentials, and none may be shared between accounts. */
function openClient(config: GoogleConfig): OAuth2Client {
  const client = new OAuth2Client({
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    redirectUri: config.redirectUri,
    endpoints: { oauth2AuthBaseUrl: config.authUrl, oauth2TokenUrl: config.tokenUrl, oauth2RevokeUrl: config.revokeUrl },
    transporterOptions: { timeout: config.timeoutMs ?? DEFAULT_TIMEOUT_MS },
  });
  client.transporter.interceptors.request.add({
    resolved: async (request) => {
      // The library tries a POST of a one-time code three times; a job or the person tries again instead.
      request.retry = false;
      request.retryConfig = { retry: 0, noResponseRetries: 0 };
      if (config.clientAuth === "client_secret_basic" && request.data instanceof URLSearchParams) {
        // The library would still post the secret on refresh, whatever it was told.
        request.data.delete("client_id");
        request.data.delete("client_secret");
        request.body = request.data;
        request.headers.set("authorization", `Basic ${Buffer.from(`${encodeURIComponent(config.clientId)}:${encodeURIComponent(config.clientSecret)}`).toString("base64")}`);
      }
      return request;
    },
  });
  return client;
}
