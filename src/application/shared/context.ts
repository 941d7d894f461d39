import type { Pool } from "pg";
import type { RecipientLimits } from "@/domain/messages/recipient-limit";
import type { WhatsappTemplates } from "@/domain/messages/whatsapp-variables";
import type { Cipher } from "@/platform/crypto";
import type { LiveAnswer } from "@/domain/booking/calendar-outage";
import type { Db } from "@/platform/db";
import type { Logger } from "@/platform/logger";
import type { Actor } from "./actor";
import type { Clock, Ports } from "./ports";
import type { Sql } from "./sql";

export interface GuestLimits {
  /** Times kept at once with one provider from one network address. */
  readonly holds: number;
  /** Coming visits with one provider booked within 24 hours for one e-mail address or number. */
  readonly bookings: number;
  /** Codes texted within an hour to numbers typed at one network address or in one account. */
  readonly codes: number;
}

export interface AppConfig {
  /** Absolute URLs are built from this alone. No trailing slash. */
  readonly publicOrigin: string;
  /** What one guest may take, so that nobody hoards a provider's day or books visits to somebody else's number. */
  readonly guestLimits: GuestLimits;
  /** How long a change made in Google waits before it counts, where the provider has not said otherwise. */
  readonly undoSeconds: number;
  /** A calendar is read again after this long at the latest, whether or not a push came. */
  readonly calendarPollMinutes: number;
  /** The most that asking calendars may take while a patient waits. */
  readonly liveCheckMs: number;
  /** How long a move or a cancellation waits to be told, for those that follow each other to become one message. */
  readonly changeGraceMs: number;
  /** Countries to which SMS go, ISO 3166-1 alpha-2; null for all. */
  readonly smsCountries: ReadonlySet<string> | null;
  /** What one address or number may get, over all clinics. */
  readonly recipientLimits: RecipientLimits;
  /** Templates kept at the e-mail vendor, by message; a name may end in "-" and a language. Other e-mails are drawn by us. */
  readonly emailTemplateIds: Readonly<Record<string, string>>;
  readonly whatsappTemplates: WhatsappTemplates;
}

/** What a verb gets: who acts, the state, the clock and the world outside. */
export interface AppContext {
  readonly actor: Actor;
  readonly db: Db;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly cipher: Cipher;
  readonly log: Logger;
  readonly ports: Ports;
  readonly config: AppConfig;
  /** A transaction already begun: `decideAndWrite` joins it instead of beginning its own. */
  readonly sql?: Sql;
  /** Calendars may be asked before the transaction that confirms, or have been: their answers by id. Absent, nobody is asked. */
  readonly calendarAnswers?: "may-ask" | ReadonlyMap<string, LiveAnswer>;
  /** Names one request in logs and error answers. */
  readonly requestId: string;
}

/** The same context with another actor. */
export const actingAs = (app: AppContext, actor: Actor): AppContext => ({ ...app, actor });
