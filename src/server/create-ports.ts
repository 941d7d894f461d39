import type { Ports } from "@/application/shared/ports";
import { createCalendarLink } from "@/integrations/calendar-link/create-calendar-link";
import { createGoogle } from "@/integrations/google/create-google";
import { googleCalendar } from "@/integrations/google/google-calendar";
import { googleMeet } from "@/integrations/google/google-meet";
import { googleServiceAccount } from "@/integrations/google/google-service-account";
import { createSendgridEmail } from "@/integrations/sendgrid/sendgrid-email";
import { createTwilioText } from "@/integrations/twilio/twilio-text";
import type { Env } from "@/platform/env";
import { readServiceAccountKey } from "@/platform/service-account-key";

/** Constructs the adapters that have credentials and are switched on; the others are off and say so on the health page. */
export function createPorts(env: Env): Ports {
  return { ...googlePorts(env), ...twilioPorts(env), calendarLink: calendarLinkPort(env), email: emailPort(env) };
}

/** People let us in by consent, by sharing with the service account, or both; either is enough. */
function googlePorts(env: Env): Pick<Ports, "calendarAuth" | "serviceAccount" | "calendar" | "meet" | "mailbox"> {
  const key = readServiceAccountKey(env);
  const off = { calendarAuth: null, serviceAccount: null, calendar: null, meet: null };
  if (!env.CALENDAR_INTEGRATION_ENABLED) return off;
  const apiRoot = env.GOOGLE_API_ROOT_URL ? { apiRootUrl: env.GOOGLE_API_ROOT_URL } : {};
  const serviceAccount = key && googleServiceAccount(key, { tokenUrl: env.GOOGLE_OAUTH_TOKEN_URL });
  if (!env.GOOGLE_CLIENT_ID || !env.GOOGLE_CLIENT_SECRET) return serviceAccount === null ? off : { calendarAuth: null, serviceAccount, calendar: googleCalendar(apiRoot), meet: googleMeet(apiRoot) };
  const byConsent = createGoogle({
    clientId: env.GOOGLE_CLIENT_ID,
    clientSecret: env.GOOGLE_CLIENT_SECRET,
    clientAuth: env.GOOGLE_OAUTH_CLIENT_AUTH,
    issuer: env.GOOGLE_OAUTH_ISSUER,
    authUrl: env.GOOGLE_OAUTH_AUTH_URL,
    tokenUrl: env.GOOGLE_OAUTH_TOKEN_URL,
    revokeUrl: env.GOOGLE_OAUTH_REVOKE_URL,
    redirectUri: `${env.PUBLIC_ORIGIN}/api/google-calendar/callback`,
    mailsPerDay: env.GMAIL_SENDS_PER_DAY,
    ...apiRoot,
  });
  return { ...byConsent, serviceAccount };
}

const calendarLinkPort = (env: Env): Ports["calendarLink"] =>
  env.CALENDAR_INTEGRATION_ENABLED ? createCalendarLink({ trustedOrigins: env.CALENDAR_LINK_TRUSTED_ORIGINS, userAgent: `MedBookings calendar reader (+${env.PUBLIC_ORIGIN})` }) : null;

function twilioPorts(env: Env): Pick<Ports, "sms" | "whatsapp"> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = env;
  const textFrom = (from: string | undefined) =>
    env.SEND_SMS_CONFIRMATIONS && accountSid && authToken && from
      ? createTwilioText({ accountSid, authToken, from, baseUrl: env.TWILIO_API_BASE_URL, statusCallbackUrl: `${env.PUBLIC_ORIGIN}/api/webhooks/twilio` })
      : null;
  return { sms: textFrom(env.TWILIO_PHONE_NUMBER), whatsapp: textFrom(env.TWILIO_WHATSAPP_NUMBER) };
}

function emailPort(env: Env): Ports["email"] {
  if (!env.SEND_EMAIL_CONFIRMATIONS || !env.SENDGRID_API_KEY || !env.SENDGRID_FROM_EMAIL) return null;
  return createSendgridEmail({ apiKey: env.SENDGRID_API_KEY, baseUrl: env.SENDGRID_BASE_URL, fromEmail: env.SENDGRID_FROM_EMAIL, fromName: env.SENDGRID_FROM_NAME });
}
