import { readFileSync } from "node:fs";
import { z } from "zod";
import { isTimeZone } from "./google/calendar/zoned-time";
import { defaultOptions, type SandboxOptions } from "./sandbox-options";

const Accounts = z.array(z.object({
  email: z.email(), name: z.string().min(1), timeZone: z.string().refine(isTimeZone, "an IANA time zone"),
  calendars: z.array(z.object({ summary: z.string().min(1), timeZone: z.string().refine(isTimeZone, "an IANA time zone").optional() })).optional(),
})).min(1);
const ServiceAccounts = z.array(z.object({ email: z.email(), publicKey: z.string(), domains: z.array(z.string()).default([]) }));

const list = z.string().transform((value) => value.split(",").map((entry) => entry.trim()).filter(Boolean));
const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");
const milliseconds = z.coerce.number().int().min(0);

const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SANDBOX_STATE_FILE: z.string().optional(),
  SANDBOX_ACCOUNTS_FILE: z.string().optional(),
  SANDBOX_SERVICE_ACCOUNTS_FILE: z.string().optional(),
  SANDBOX_GOOGLE_CLIENT_ID: z.string().optional(),
  SANDBOX_GOOGLE_CLIENT_SECRET: z.string().optional(),
  SANDBOX_GOOGLE_REDIRECT_URIS: list.optional(),
  SANDBOX_TWILIO_ACCOUNT_SID: z.string().optional(),
  SANDBOX_TWILIO_AUTH_TOKEN: z.string().optional(),
  SANDBOX_TWILIO_NUMBERS: list.optional(),
  SANDBOX_TWILIO_INBOUND_URL: z.url().optional(),
  SANDBOX_WHATSAPP_PLAIN_TEXT: flag.optional(),
  SANDBOX_SENDGRID_API_KEY: z.string().optional(),
  SANDBOX_SENDGRID_EVENTS_URL: z.url().optional(),
  SANDBOX_SENDGRID_SIGNING_KEY: z.string().optional(),
  SANDBOX_ALLOW_IN_PRODUCTION: flag.optional(),
  SANDBOX_CONFERENCE_DELAY_MS: milliseconds.optional(),
  SANDBOX_MESSAGE_DELAY_MS: milliseconds.optional(),
  SANDBOX_WEBHOOK_RETRY_MS: milliseconds.optional(),
});

const defaultPort = 4010;

function readJsonFile<T>(schema: z.ZodType<T>, variable: string, path: string | undefined): T | undefined {
  if (!path) return undefined;
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`${variable} (${path}): ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Options from the environment; throws naming the variable that is wrong. Empty variables count as unset. */
export function readOptions(environment: NodeJS.ProcessEnv): SandboxOptions {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new Error(`The sandbox's environment is wrong. ${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const given: Partial<SandboxOptions> = {
    port: env.SANDBOX_PORT ?? defaultPort,
    stateFile: env.SANDBOX_STATE_FILE,
    accounts: readJsonFile(Accounts, "SANDBOX_ACCOUNTS_FILE", env.SANDBOX_ACCOUNTS_FILE),
    serviceAccounts: readJsonFile(ServiceAccounts, "SANDBOX_SERVICE_ACCOUNTS_FILE", env.SANDBOX_SERVICE_ACCOUNTS_FILE),
    googleClientId: env.SANDBOX_GOOGLE_CLIENT_ID,
    googleClientSecret: env.SANDBOX_GOOGLE_CLIENT_SECRET,
    redirectUris: env.SANDBOX_GOOGLE_REDIRECT_URIS,
    twilioAccountSid: env.SANDBOX_TWILIO_ACCOUNT_SID,
    twilioAuthToken: env.SANDBOX_TWILIO_AUTH_TOKEN,
    twilioNumbers: env.SANDBOX_TWILIO_NUMBERS,
    twilioInboundUrl: env.SANDBOX_TWILIO_INBOUND_URL,
    whatsappPlainText: env.SANDBOX_WHATSAPP_PLAIN_TEXT,
    sendgridApiKey: env.SANDBOX_SENDGRID_API_KEY,
    sendgridEventsUrl: env.SANDBOX_SENDGRID_EVENTS_URL,
    sendgridSigningKey: env.SANDBOX_SENDGRID_SIGNING_KEY,
    allowInProduction: env.SANDBOX_ALLOW_IN_PRODUCTION,
    conferenceDelayMs: env.SANDBOX_CONFERENCE_DELAY_MS,
    messageDelayMs: env.SANDBOX_MESSAGE_DELAY_MS,
    webhookRetryMs: env.SANDBOX_WEBHOOK_RETRY_MS,
  };
  return { ...defaultOptions, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
