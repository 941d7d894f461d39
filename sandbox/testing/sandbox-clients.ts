import { calendar } from "@googleapis/calendar";
import { OAuth2Client } from "google-auth-library";
import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";
import { apiScope } from "../google/oauth/scopes";
import { defaultOptions, type SandboxOptions } from "../sandbox-options";
import { startSandbox } from "../start-sandbox";

export const redirectUri = "http://localhost:3000/api/google-calendar/callback";
export const amara = "amara.okafor@example.com";
export const daniel = "daniel.reyes@example.com";

type RequestOptions<TData> = RequestClient.RequestOptions<TData>;

/** Sends what the Twilio library asks for to another base address, as the product does. */
class SandboxRequestClient extends twilio.RequestClient {
  constructor(private readonly base: string) {
    super();
  }

  override request<TData>(options: RequestOptions<TData>) {
    return super.request<TData>({ ...options, uri: options.uri.replace("https://api.twilio.com", this.base) });
  }
}

/** A sandbox on a free port with quick timers, and the real SDKs pointed at it. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}) {
  const running = await startSandbox({ conferenceDelayMs: 60, messageDelayMs: 20, webhookRetryMs: 20, ...options });
  const { origin } = running;

  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(origin + path, { method, redirect: "manual", ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.startsWith("{") ? JSON.parse(text) : text };
  };

  const oauthClient = () => new OAuth2Client({
    clientId: defaultOptions.googleClientId,
    clientSecret: defaultOptions.googleClientSecret,
    redirectUri,
    issuers: [origin],
    endpoints: {
      oauth2AuthBaseUrl: `${origin}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${origin}/token`,
      oauth2RevokeUrl: `${origin}/revoke`,
      tokenInfoUrl: `${origin}/tokeninfo`,
      oauth2FederatedSignonPemCertsUrl: `${origin}/oauth2/v1/certs`,
    },
  });

  const calendarFor = async (account: string, scopes = ["calendar"]) => {
    const { body } = await call("POST", "/_sandbox/google/grants", { account, scopes: scopes.map(apiScope) });
    const auth = oauthClient();
    // Without an expiry the auth library answers any 403 with a refresh and a second try.
    auth.setCredentials({ access_token: body.accessToken, refresh_token: body.refreshToken, expiry_date: Date.now() + body.expiresIn * 1000 });
    return calendar({ version: "v3", auth, rootUrl: `${origin}/`, retry: false });
  };

  const twilioClient = (authToken = defaultOptions.twilioAuthToken) =>
    twilio(defaultOptions.twilioAccountSid, authToken, { httpClient: new SandboxRequestClient(`${origin}/twilio`) });

  return { ...running, call, oauthClient, calendarFor, twilioClient };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;
