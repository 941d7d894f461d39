export interface IdentityClaims {
  email?: string;
  emailVerified?: boolean;
}

/** A Google account of the sandbox; `timeZone` is the IANA zone of its primary calendar. */
export interface SandboxAccount {
  email: string;
  name: string;
  timeZone: string;
  /** What Google says of the person where that is something else: an alias, or an address nobody verified. */
  claims?: IdentityClaims;
  /** Secondary calendars, created once. */
  calendars?: { summary: string; timeZone?: string }[];
}

/** A service account whose signed assertions `/token` accepts; `domains` it may impersonate (domain-wide delegation). */
export interface SandboxServiceAccount {
  email: string;
  /** PEM, SPKI. */
  publicKey: string;
  domains: string[];
}

export interface SandboxOptions {
  /** 0 picks a free port. */
  port: number;
  /** JSON file that survives a restart; without it everything lives in memory. */
  stateFile?: string;
  accounts: SandboxAccount[];
  googleClientId: string;
  googleClientSecret: string;
  /** Exact URIs, or prefixes ending in `*`. Empty means any URI on loopback. */
  redirectUris: string[];
  serviceAccounts: SandboxServiceAccount[];
  twilioAccountSid: string;
  twilioAuthToken: string;
  /** Numbers that may send, E.164; they also serve WhatsApp. */
  twilioNumbers: string[];
  twilioInboundUrl?: string;
  /** As in Twilio's own WhatsApp sandbox, free text is accepted outside the 24-hour window. */
  whatsappPlainText: boolean;
  sendgridApiKey: string;
  sendgridEventsUrl?: string;
  /** Base64 PKCS#8 DER of a P-256 key; one is generated and kept in the state otherwise. */
  sendgridSigningKey?: string;
  allowInProduction: boolean;
  /** Events in one page of a list at most; Google too may give fewer than were asked for. */
  mostPerPage: number;
  /** How long a Meet link stays pending. */
  conferenceDelayMs: number;
  /** Between two states of a message (queued → sent → delivered). */
  messageDelayMs: number;
  /** First wait before a failed webhook is tried again; doubles each time. */
  webhookRetryMs: number;
}

export const defaultOptions: SandboxOptions = {
  port: 0,
  accounts: [
    { email: "amara.okafor@example.com", name: "Amara Okafor", timeZone: "Europe/Berlin" },
    { email: "daniel.reyes@example.com", name: "Daniel Reyes", timeZone: "America/New_York" },
    { email: "patient@example.com", name: "Sam Patient", timeZone: "Europe/London" },
  ],
  googleClientId: "sandbox-client.apps.googleusercontent.com",
  googleClientSecret: "sandbox-google-secret",
  redirectUris: [],
  serviceAccounts: [],
  twilioAccountSid: "AC00000000000000000000000000000000",
  twilioAuthToken: "sandbox-twilio-token",
  twilioNumbers: ["+15005550006"],
  whatsappPlainText: true,
  sendgridApiKey: "SG.sandbox",
  allowInProduction: false,
  mostPerPage: 2_500,
  conferenceDelayMs: 400,
  messageDelayMs: 150,
  webhookRetryMs: 1000,
};
