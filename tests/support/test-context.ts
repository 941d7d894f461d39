import type { RecipientLimits } from "@/domain/messages/recipient-limit";
import { createCipher } from "@/platform/crypto";
import { createLogger } from "@/platform/logger";
import type { Actor } from "@/application/shared/actor";
import type { AppContext, GuestLimits } from "@/application/shared/context";
import type { Ports } from "@/application/shared/ports";
import type { TestDatabase } from "./database/create-test-database";

export const TEST_ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 7).toString("base64")}`;

const NO_PORTS: Ports = { calendarAuth: null, serviceAccount: null, calendar: null, calendarLink: null, meet: null, email: null, sms: null, whatsapp: null };

/** Most tests play many guests from one address. */
const NO_LIMITS: GuestLimits = { holds: 10_000, bookings: 10_000, codes: 10_000 };

const NO_RECIPIENT_LIMITS: RecipientLimits = { perHour: 10_000, perDay: 10_000 };

/** A context over a test database. `now` is epoch milliseconds; integrations are off unless given. */
export function testContext(database: TestDatabase, options: { actor: Actor; now: number | (() => number); ports?: Partial<Ports>; publicOrigin?: string; guestLimits?: Partial<GuestLimits>; undoSeconds?: number; changeGraceMs?: number; liveCheckMs?: number; smsCountries?: ReadonlySet<string>; recipientLimits?: RecipientLimits }): AppContext {
  const { now } = options;
  return {
    actor: options.actor,
    db: database.db,
    pool: database.pool,
    clock: { now: typeof now === "number" ? () => now : now },
    cipher: createCipher(TEST_ENCRYPTION_KEYS),
    log: createLogger("silent", "test"),
    ports: { ...NO_PORTS, ...options.ports },
    config: { publicOrigin: options.publicOrigin ?? "http://localhost:3000", guestLimits: { ...NO_LIMITS, ...options.guestLimits }, undoSeconds: options.undoSeconds ?? 120, calendarPollMinutes: 5, liveCheckMs: options.liveCheckMs ?? 8_000, changeGraceMs: options.changeGraceMs ?? 0, smsCountries: options.smsCountries ?? null, recipientLimits: options.recipientLimits ?? NO_RECIPIENT_LIMITS, emailTemplateIds: {}, whatsappTemplates: { sids: {}, variables: {} } },
    requestId: "test-request",
  };
}
