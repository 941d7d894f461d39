import { OAuth2Client } from "google-auth-library";
import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import type { ServiceAccountPort } from "@/application/shared/ports";
import { callGoogle } from "./call-google";
import { DEFAULT_TIMEOUT_MS, type GoogleConfig } from "./google-config";

const API = "https://www.googleapis.com/auth";
/** A service account by itself has no list of calendars and makes no Meet links. */
const OWN_SCOPES = [`${API}/calendar.events`];
/** What an administrator allows for the domain, exactly these. */
const DELEGATED_SCOPES = [`${API}/calendar.events`, `${API}/calendar.calendarlist.readonly`, `${API}/meetings.space.created`];

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** The key as Google hands it out. */
export interface ServiceAccountKey {
  readonly email: string;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
}

/** A service account's tokens by signed assertion (developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests). */
export function googleServiceAccount(key: ServiceAccountKey, config: Pick<GoogleConfig, "tokenUrl" | "timeoutMs">): ServiceAccountPort {
  const { transporter } = new OAuth2Client();
  return {
    email: key.email,
    async grant(subject) {
      const scopes = subject === null ? OWN_SCOPES : DELEGATED_SCOPES;
      const jwt = new SignJWT({ scope: scopes.join(" ") }).setProtectedHeader({ alg: "RS256", typ: "JWT" }).setIssuer(key.email).setAudience(config.tokenUrl).setIssuedAt().setExpirationTime("1h");
      if (subject !== null) jwt.setSubject(subject);
      const data = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: await jwt.sign(await importPKCS8(key.privateKey, "RS256")) });
      // A job or the person tries again; the library would by itself.
      const token = await callGoogle("oauth.service-account", false, Token, () => transporter.request({ url: config.tokenUrl, method: "POST", data, retry: false, timeout: config.timeoutMs ?? DEFAULT_TIMEOUT_MS }));
      return { accessToken: token.access_token, expiresAt: Date.now() + token.expires_in * 1_000, scopes };
    },
  };
}
