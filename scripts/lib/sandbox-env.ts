import { PEOPLE, PROVIDERS } from "../../prisma/seed/world";

const GOOGLE_CLIENT_ID = "medbookings-demo.apps.googleusercontent.com";
const GOOGLE_CLIENT_SECRET = "demo-google-secret";
const TWILIO_ACCOUNT_SID = `AC${"0123456789abcdef".repeat(2)}`;
const TWILIO_AUTH_TOKEN = "demo-twilio-token";
const TWILIO_PHONE_NUMBER = "+15005550006";
const SENDGRID_API_KEY = "SG.demo-key";

/** The Google accounts that exist in the sandbox: everybody who can sign in. */
export const SANDBOX_ACCOUNTS = [
  ...PROVIDERS.map(({ email, name, timeZone }) => ({ email, name, timeZone })),
  ...PEOPLE.patients.map(({ email, name, timeZone }) => ({ email, name, timeZone })),
  { ...PEOPLE.administrator, timeZone: "Europe/Berlin" },
  { email: PEOPLE.manager.email, name: PEOPLE.manager.name, timeZone: "Europe/Berlin" },
  { email: PEOPLE.frontDesk.email, name: PEOPLE.frontDesk.name, timeZone: "Europe/Berlin" },
  { ...PEOPLE.newcomer, timeZone: "Europe/Berlin" },
];

/** Environment of the sandbox program. */
export const sandboxEnv = (port: number, origin: string, files: { state: string; accounts: string; serviceAccounts: string }): Record<string, string> => ({
  SANDBOX_PORT: String(port),
  SANDBOX_STATE_FILE: files.state,
  SANDBOX_ACCOUNTS_FILE: files.accounts,
  SANDBOX_SERVICE_ACCOUNTS_FILE: files.serviceAccounts,
  SANDBOX_GOOGLE_CLIENT_ID: GOOGLE_CLIENT_ID,
  SANDBOX_GOOGLE_CLIENT_SECRET: GOOGLE_CLIENT_SECRET,
  SANDBOX_GOOGLE_REDIRECT_URIS: `${origin}/api/auth/callback/google,${origin}/api/google-calendar/callback`,
  SANDBOX_TWILIO_ACCOUNT_SID: TWILIO_ACCOUNT_SID,
  SANDBOX_TWILIO_AUTH_TOKEN: TWILIO_AUTH_TOKEN,
  SANDBOX_TWILIO_NUMBERS: TWILIO_PHONE_NUMBER,
  SANDBOX_TWILIO_INBOUND_URL: `${origin}/api/webhooks/twilio#rc=5&rp=5xx,ct,rt`,
  SANDBOX_SENDGRID_API_KEY: SENDGRID_API_KEY,
  SANDBOX_SENDGRID_EVENTS_URL: `${origin}/api/webhooks/sendgrid`,
});

/** Environment that points every integration of the product at the sandbox. */
export const integrationsEnv = (sandboxOrigin: string, sendgridWebhookKey: string): Record<string, string> => ({
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  GOOGLE_OAUTH_ISSUER: sandboxOrigin,
  GOOGLE_OAUTH_AUTH_URL: `${sandboxOrigin}/o/oauth2/v2/auth`,
  GOOGLE_OAUTH_TOKEN_URL: `${sandboxOrigin}/token`,
  GOOGLE_OAUTH_REVOKE_URL: `${sandboxOrigin}/revoke`,
  GOOGLE_API_ROOT_URL: sandboxOrigin,
  CALENDAR_LINK_TRUSTED_ORIGINS: sandboxOrigin,
  TWILIO_ACCOUNT_SID,
  TWILIO_AUTH_TOKEN,
  TWILIO_PHONE_NUMBER,
  TWILIO_WHATSAPP_NUMBER: TWILIO_PHONE_NUMBER,
  TWILIO_API_BASE_URL: `${sandboxOrigin}/twilio`,
  SENDGRID_API_KEY,
  SENDGRID_BASE_URL: `${sandboxOrigin}/sendgrid`,
  SENDGRID_FROM_EMAIL: "appointments@medbookings.example",
  SENDGRID_WEBHOOK_PUBLIC_KEY: sendgridWebhookKey,
});
