import { z } from "zod";
import { defaultOptions, type SandboxOptions } from "@sandbox/sandbox-options";
import { startSandbox } from "@sandbox/start-sandbox";
import { createGoogle } from "@/integrations/google/create-google";
import type { GoogleConfig } from "@/integrations/google/google-config";

const API = "https://www.googleapis.com/auth";
export const CALENDAR_SCOPES = ["openid", "email", `${API}/calendar.events`, `${API}/calendar.calendarlist.readonly`, `${API}/meetings.space.created`];

const StoredEvent = z.looseObject({
  id: z.string(), etag: z.string(), status: z.string(), summary: z.string().optional(), description: z.string().optional(),
  start: z.object({ dateTime: z.string().optional(), date: z.string().optional() }), end: z.object({ dateTime: z.string().optional() }), hangoutLink: z.string().optional(),
});

/** The stand-in Google in this process, with our adapters pointed at it and what happens behind their back. */
export async function startGoogle(overrides: Partial<SandboxOptions> = {}, config: Partial<GoogleConfig> = {}) {
  const options = { ...defaultOptions, conferenceDelayMs: 5, ...overrides };
  const sandbox = await startSandbox(options);
  const origin = sandbox.googleOrigin;

  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${origin}/_sandbox${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) });
    if (!response.ok) throw new Error(`sandbox ${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  }

  const portsWith = (other: Partial<GoogleConfig> = {}) =>
    createGoogle({
      clientId: options.googleClientId, clientSecret: options.googleClientSecret, clientAuth: "client_secret_post", issuer: origin,
      authUrl: `${origin}/o/oauth2/v2/auth`, tokenUrl: `${origin}/token`, revokeUrl: `${origin}/revoke`, redirectUri: "http://localhost:3000/api/google-calendar/callback", apiRootUrl: origin, timeoutMs: 2_000, ...config, ...other,
    });

  return {
    origin,
    close: () => sandbox.close(),
    pushesDelivered: () => sandbox.webhooksDelivered(),
    ports: portsWith(),
    /** The adapters as another configuration makes them. */
    portsWith,
    /** Goes through the consent page as `account` and answers what the browser brings back; `untick` leaves out a scope. */
    async consent(consentUrl: string, account: string, choice: { deny?: boolean; untick?: string } = {}) {
      const form = new URLSearchParams(new URL(consentUrl).search);
      for (const scope of (form.get("scope") ?? "").split(" ")) if (choice.untick === undefined || !scope.endsWith(choice.untick)) form.append("granted", scope);
      form.set("account", account);
      form.set("decision", choice.deny ? "deny" : "allow");
      const response = await fetch(`${origin}/o/oauth2/v2/auth/consent`, { method: "POST", body: form, redirect: "manual" });
      const back = new URL(response.headers.get("location") ?? `http://no-redirect/?error=${response.status}`).searchParams;
      return { state: back.get("state"), code: back.get("code"), error: back.get("error") };
    },
    /** Tokens as after a consent. */
    grant: async (account: string) => z.object({ accessToken: z.string(), refreshToken: z.string() }).parse(await ask("POST", "/google/grants", { account, scopes: CALENDAR_SCOPES })),
    events: async (account: string, calendar = "primary") =>
      z.object({ events: z.array(StoredEvent) }).parse(await ask("GET", `/calendar/events?account=${account}&calendar=${encodeURIComponent(calendar)}`)).events,
    addEvent: async (account: string, event: object, calendar = "primary") => StoredEvent.parse(await ask("POST", "/calendar/events", { account, calendar, event })),
    changeEvent: (account: string, id: string, event: object, calendar = "primary") => ask("PATCH", `/calendar/events/${id}?account=${account}&calendar=${encodeURIComponent(calendar)}`, event),
    deleteEvent: (account: string, id: string, calendar = "primary") => ask("DELETE", `/calendar/events/${id}?account=${account}&calendar=${encodeURIComponent(calendar)}`),
    /** Moves an event to another calendar of the account. */
    moveEvent: (account: string, id: string, calendar: string, destination: string) => ask("POST", `/calendar/events/${id}/move?account=${account}&calendar=${encodeURIComponent(calendar)}&destination=${encodeURIComponent(destination)}`),
    addCalendar: async (account: string, summary: string) => z.object({ id: z.string() }).parse(await ask("POST", "/google/calendars", { account, summary })).id,
    /** Shares a calendar with another account, or with "none" ends it. */
    share: (account: string, calendar: string, withAccount: string, role: "none" | "freeBusyReader" | "reader" | "writer") => ask("POST", "/google/share", { account, calendar, with: withAccount, role }),
    /** How a person has a calendar in their list. */
    listing: (account: string, calendar: string, mode: "listed" | "hidden" | "removed") => ask("POST", "/google/listing", { account, calendar, mode }),
    /** Whether a calendar allows and makes Meet links. */
    conferences: (account: string, calendar: string, mode: "working" | "refused" | "failing") => ask("POST", "/google/conferences", { account, calendar, mode }),
    fault: (fault: object) => ask("POST", "/faults", { vendor: "google", ...fault }),
    clearFaults: () => ask("DELETE", "/faults"),
    clearRequests: () => ask("DELETE", "/requests"),
    requests: async () => z.object({ requests: z.array(z.object({ method: z.string(), path: z.string(), status: z.number() })) }).parse(await ask("GET", "/requests?vendor=google")).requests,
    revokeAccess: (account: string) => ask("POST", "/google/revoke", { account }),
    expireTokens: (account: string) => ask("POST", "/google/expire-tokens", { account }),
    refreshes: async (account: string) => z.object({ count: z.number() }).parse(await ask("GET", `/google/refreshes?account=${account}`)).count,
    forgetSyncTokens: (account: string) => ask("POST", "/google/invalidate-sync-tokens", { account }),
    /** Ends a channel without a word, as Google does at its expiry. */
    endChannel: (id: string) => ask("DELETE", `/google/channels/${id}`),
    channels: async () => z.object({ channels: z.array(z.looseObject({ id: z.string(), resourceId: z.string(), token: z.string().optional(), address: z.string(), calendarId: z.string() })) }).parse(await ask("GET", "/google/channels")).channels,
  };
}

export type GoogleSandbox = Awaited<ReturnType<typeof startGoogle>>;
