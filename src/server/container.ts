import type { Pool } from "pg";
import type { Actor } from "@/application/shared/actor";
import type { AppContext } from "@/application/shared/context";
import type { Clock, Ports } from "@/application/shared/ports";
import { createCipher, type Cipher } from "@/platform/crypto";
import { openDatabase, type Db } from "@/platform/db";
import { readEnv, type Env } from "@/platform/env";
import { createLogger, type Logger } from "@/platform/logger";
import { createPorts } from "./create-ports";
import { googleQuota } from "./google-quota";

/** docs/adr/0014 says why there is such a call at all, and why it is this short. */
const LIVE_CHECK_MS = 300;

/** Everything one process shares. The only place where adapters are constructed. */
export interface Container {
  readonly env: Env;
  readonly db: Db;
  readonly pool: Pool;
  readonly cipher: Cipher;
  readonly log: Logger;
  readonly clock: Clock;
  readonly ports: Ports;
  contextFor(actor: Actor, requestId: string): AppContext;
  close(): Promise<void>;
}

/** Builds a container from the environment. Throws EnvError naming each wrong variable. */
export function createContainer(processName: string, source: Record<string, string | undefined> = process.env): Container {
  const env = readEnv(source);
  const log = createLogger(env.LOG_LEVEL, processName);
  const { db, pool, close } = openDatabase(env.DATABASE_URL, env.DATABASE_POOL_SIZE);
  const cipher = createCipher(env.ENCRYPTION_KEYS);
  const clock: Clock = { now: () => Date.now() };
  const ports = { ...createPorts(env), googleQuota: googleQuota({ pool, env, clock }) };
  const config = { publicOrigin: env.PUBLIC_ORIGIN, guestLimits: { holds: env.HOLDS_PER_GUEST, bookings: env.BOOKINGS_PER_CONTACT, codes: env.PHONE_CODES_PER_GUEST }, undoSeconds: env.CALENDAR_UNDO_SECONDS, calendarPollMinutes: env.CALENDAR_POLL_MINUTES, liveCheckMs: LIVE_CHECK_MS, changeGraceMs: env.MESSAGE_GRACE_SECONDS * 1_000, smsCountries: env.SMS_COUNTRIES, recipientLimits: { perHour: env.MESSAGES_PER_RECIPIENT_HOUR, perDay: env.MESSAGES_PER_RECIPIENT_DAY }, emailTemplateIds: env.sendgridTemplateIds, whatsappTemplates: env.twilioContent };
  return { env, db, pool, cipher, log, clock, ports, close, contextFor: (actor, requestId) => ({ actor, db, pool, clock, cipher, log: log.child({ requestId }), ports, config, requestId }) };
}

const shared = globalThis as typeof globalThis & { medbookingsContainer?: Container };

/** The web process's container, made at first use and kept through module reloads in development. */
export const getContainer = (): Container => (shared.medbookingsContainer ??= createContainer("web"));
