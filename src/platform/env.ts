import { z } from "zod";

const url = () => z.url({ error: "must be an absolute URL such as https://clinic.example", abort: true });
const origin = () => url().refine((value) => new URL(value).origin === value.replace(/\/$/, ""), { error: "must be an origin without a path, such as https://clinic.example" }).transform((value) => value.replace(/\/$/, ""));
const flag = (fallback: boolean) => z.enum(["true", "false"], { error: 'must be "true" or "false"' }).default(fallback ? "true" : "false").transform((value) => value === "true");
const e164 = () => z.string().regex(/^\+[1-9]\d{6,14}$/, { error: "must be a telephone number in E.164, such as +442079460000" });
const wholeNumber = (minimum: number, fallback: number) => z.coerce.number({ error: `must be a whole number, at least ${minimum}` }).int({ error: "must be a whole number" }).min(minimum, { error: `must be at least ${minimum}` }).default(fallback);

const KEY = /^[\w.-]{1,64}:[A-Za-z0-9+/]{43}=$/;

/** The European Economic Area, Switzerland, the United Kingdom, North America, Australia and New Zealand. */
const SMS_COUNTRIES = "AT,AU,BE,BG,CA,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GR,HR,HU,IE,IS,IT,LI,LT,LU,LV,MT,NL,NO,NZ,PL,PT,RO,SE,SI,SK,US";

/** Null for `*`: every country. */
function readCountries(value: string, check: z.RefinementCtx): ReadonlySet<string> | null {
  if (value.trim() === "*") return null;
  const countries = value.split(",").map((country) => country.trim().toUpperCase());
  if (!countries.every((country) => /^[A-Z]{2}$/.test(country))) check.addIssue({ code: "custom", message: "must be country codes of two letters such as DE,GB, or * for all" });
  return new Set(countries);
}

/** Every variable the product reads. `.env.example` says what each is for. */
export const EnvSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"], { error: 'must be "development", "test" or "production"' }).default("development"),
  DATABASE_URL: z.string({ error: "must be set: the connection string of a PostgreSQL 15 or newer" }).regex(/^postgres(ql)?:\/\//, { error: "must start with postgresql://" }),
  DATABASE_POOL_SIZE: wholeNumber(1, 20),
  PUBLIC_ORIGIN: origin(),
  NEXTAUTH_URL: url().optional(),
  AUTH_SECRET: z.string({ error: "must be set: at least 32 random characters (openssl rand -base64 32)" }).min(32, { error: "must have at least 32 characters" }),
  ENCRYPTION_KEYS: z.string({ error: "must be set: id:base64key[,id:base64key]" }).refine((value) => value.split(",").every((key) => KEY.test(key.trim())), { error: "must be id:base64key[,id:base64key] with keys of 32 bytes (openssl rand -base64 32)" }),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], { error: 'must be "debug", "info", "warn", "error" or "silent"' }).default("info"),
  WORKER_CONCURRENCY: wholeNumber(1, 8),
  RUN_WORKER_IN_WEB: flag(false),
  CRON_SECRET: z.string().min(16, { error: "must have at least 16 characters" }).optional(),
  RATE_LIMIT_PER_HOUR: wholeNumber(1, 100),
  HOLDS_PER_GUEST: wholeNumber(1, 3),
  BOOKINGS_PER_CONTACT: wholeNumber(1, 5),
  PHONE_CODES_PER_GUEST: wholeNumber(1, 10),
  MESSAGE_GRACE_SECONDS: wholeNumber(0, 180),
  MESSAGES_PER_RECIPIENT_HOUR: wholeNumber(1, 20),
  MESSAGES_PER_RECIPIENT_DAY: wholeNumber(1, 60),
  TRUST_PROXY: flag(false),

  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_OAUTH_ISSUER: url().default("https://accounts.google.com"),
  GOOGLE_OAUTH_AUTH_URL: url().default("https://accounts.google.com/o/oauth2/v2/auth"),
  GOOGLE_OAUTH_TOKEN_URL: url().default("https://oauth2.googleapis.com/token"),
  GOOGLE_OAUTH_REVOKE_URL: url().default("https://oauth2.googleapis.com/revoke"),
  GOOGLE_OAUTH_CLIENT_AUTH: z.enum(["client_secret_basic", "client_secret_post"], { error: 'must be "client_secret_basic" or "client_secret_post"' }).default("client_secret_post"),
  // Unset, each Google client keeps its own host (Calendar and Meet live on different ones).
  GOOGLE_API_ROOT_URL: origin().optional(),
  GOOGLE_SERVICE_ACCOUNT_FILE: z.string().min(1).optional(),
  GOOGLE_SERVICE_ACCOUNT_JSON: z.string().min(1).optional(),
  GOOGLE_PLACES_BASE_URL: url().default("https://places.googleapis.com"),
  GOOGLE_PLACES_API_KEY: z.string().min(1).optional(),
  CALENDAR_INTEGRATION_ENABLED: flag(true),
  GOOGLE_CALLS_PER_MINUTE: wholeNumber(20, 6_000),
  GOOGLE_CALLS_PER_MINUTE_PER_ACCOUNT: wholeNumber(5, 300),
  GMAIL_SENDS_PER_DAY: wholeNumber(0, 400),
  GOOGLE_LOOKS_PER_MINUTE_PER_PROVIDER: wholeNumber(1, 10),
  CALENDAR_POLL_MINUTES: wholeNumber(2, 5).pipe(z.number().max(1_440, { error: "must be at most 1440 (a day)" })),
  CALENDAR_LINK_TRUSTED_ORIGINS: z.string().default("").transform((value) => value.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "")).pipe(z.array(origin())),
  CALENDAR_UNDO_SECONDS: wholeNumber(0, 120),

  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/, { error: "must be AC followed by 32 hexadecimal digits" }).optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_PHONE_NUMBER: e164().optional(),
  TWILIO_WHATSAPP_NUMBER: e164().optional(),
  TWILIO_API_BASE_URL: url().default("https://api.twilio.com"),
  SEND_SMS_CONFIRMATIONS: flag(true),
  SMS_COUNTRIES: z.string().default(SMS_COUNTRIES).transform(readCountries),

  SENDGRID_API_KEY: z.string().min(1).optional(),
  SENDGRID_BASE_URL: url().default("https://api.sendgrid.com"),
  SENDGRID_FROM_EMAIL: z.email({ error: "must be an e-mail address" }).optional(),
  SENDGRID_FROM_NAME: z.string().min(1).default("MedBookings"),
  SENDGRID_WEBHOOK_PUBLIC_KEY: z.string().min(1).optional(),
  SEND_EMAIL_CONFIRMATIONS: flag(true),

  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_API_BASE_URL: origin().default("https://api.stripe.com"),
  BLOB_READ_WRITE_TOKEN: z.string().min(1).optional(),
  VERCEL_BLOB_API_URL: url().optional(),
});

const CONTENT_VARIABLES = ["who", "when", "link", "path", "card", "reference"] as const;
type ContentVariable = (typeof CONTENT_VARIABLES)[number];
const ContentVariables = z
  .string()
  .transform((list) => list.split(",").map((name) => name.trim()))
  .pipe(z.array(z.enum(CONTENT_VARIABLES, { error: `must be a comma-separated list of ${CONTENT_VARIABLES.join(", ")}` })));

export type Env = z.infer<typeof EnvSchema> & {
  /** `TWILIO_CONTENT_SID_*` and `TWILIO_CONTENT_VARIABLES_*`: the approved WhatsApp templates, by message name in lower case with hyphens. */
  readonly twilioContent: { readonly sids: Readonly<Record<string, string>>; readonly variables: Readonly<Record<string, readonly ContentVariable[]>> };
  /** `SENDGRID_TEMPLATE_*`: dynamic templates, by message name in lower case with hyphens. */
  readonly sendgridTemplateIds: Readonly<Record<string, string>>;
};

/** Thrown at boot: one line per wrong variable with what is allowed. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Reads and checks the environment. Empty values count as unset. Throws EnvError naming each wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = EnvSchema.safeParse(present);
  const problems = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  const sids = readFamily(present, "TWILIO_CONTENT_SID_", z.string().regex(/^HX[0-9a-f]{32}$/, { error: "must be HX followed by 32 hexadecimal digits" }), problems);
  const variables = readFamily(present, "TWILIO_CONTENT_VARIABLES_", ContentVariables, problems);
  const sendgridTemplateIds = readFamily(present, "SENDGRID_TEMPLATE_", z.string().regex(/^d-[0-9a-f]{32}$/, { error: "must be d- followed by 32 hexadecimal digits" }), problems);
  if (!result.success || problems.length > 0) throw new EnvError(`The environment is not usable:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  return { ...result.data, twilioContent: { sids, variables }, sendgridTemplateIds };
}

/** Variables of one kind, each for one message: `PREFIX_BOOKING_CONFIRMED` is that of "booking-confirmed". */
function readFamily<T>(present: Readonly<Record<string, string | undefined>>, prefix: string, schema: z.ZodType<T>, problems: string[]): Record<string, T> {
  const family: Record<string, T> = {};
  for (const [name, value] of Object.entries(present)) {
    if (!name.startsWith(prefix)) continue;
    const read = schema.safeParse(value);
    if (read.success) family[name.slice(prefix.length).toLowerCase().replaceAll("_", "-")] = read.data;
    else problems.push(`${name} ${read.error.issues[0]?.message ?? "is not usable"}`);
  }
  return family;
}
