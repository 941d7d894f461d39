import { LINK_READ_PAUSE_MS } from "@/application/calendar-links/link-pause";
import { longestReadPauseMs } from "@/application/calendar/calendar-pause";
import type { AppContext } from "@/application/shared/context";
import { DEFAULT_OUTAGE_POLICY, isGuess, type OutagePolicy, type ReadCalendar } from "@/domain/booking/calendar-outage";
import type { ConnectionAccess } from "@/generated/prisma/enums";

/** How one calendar that makes a provider busy stands. */
interface CalendarReading {
  readonly id: string;
  /** A provider or an organization. */
  readonly ownerId: string;
  readonly access: ConnectionAccess;
  readonly isConnected: boolean;
  /** Epoch ms. */
  readonly lastReadAt: number | null;
  /** Its last read failed, so that another one is on its way already. */
  readonly hasFailed: boolean;
  /** What it takes to ask it now; null unless the provider wants that. */
  readonly door: CalendarDoor | null;
}

/** What it takes to ask Google about one calendar. */
export interface CalendarDoor {
  readonly connectionId: string;
  readonly providerId: string | null;
  readonly organizationId: string | null;
  readonly externalId: string;
  readonly timeZone: string;
  readonly busyKinds: readonly string[];
  readonly accessTokenCiphertext: string | null;
  /** Epoch ms. */
  readonly accessTokenExpiresAt: number | null;
}

/** Whether a provider's calendars answer, and what the provider wants while they do not. */
export interface Readings {
  /** Null takes the default. */
  readonly policy: (OutagePolicy & { readonly asksLive: boolean }) | null;
  readonly calendars: readonly CalendarReading[];
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/**
 * SQL: FROM and WHERE for the calendars `c` of connections `n` that make a provider `p` busy. One that left its account is
 * not waited for.
 */
export const COUNTING = `calendar c JOIN calendar_connection n ON n.id = c.connection_id AND n.status <> 'DISCONNECTED' LEFT JOIN calendar_outage_policy o ON o.provider_id = p.id
  WHERE c.reads_busy AND c.gone_at IS NULL AND (c.provider_id = p.id OR (c.organization_id = p.organization_id AND (c.location_id IS NULL OR c.location_id = p.location_id)))`;

/** SQL: `Readings` of a provider `p`, for a statement that reads other facts too. */
export const READINGS = `json_build_object(
  'policy', (SELECT json_build_object('answer', o.answer, 'staleMinutes', o.stale_minutes, 'asksLive', o.asks_live) FROM calendar_outage_policy o WHERE o.provider_id = p.id),
  'calendars', (
    SELECT coalesce(json_agg(json_build_object(
      'id', c.id, 'ownerId', coalesce(c.provider_id, c.organization_id), 'access', n.access, 'isConnected', n.status = 'ACTIVE', 'lastReadAt', ${ms("c.last_read_at")}, 'hasFailed', c.last_error IS NOT NULL,
      'door', CASE WHEN o.asks_live THEN json_build_object('connectionId', n.id, 'providerId', c.provider_id, 'organizationId', c.organization_id, 'externalId', c.external_id, 'timeZone', c.time_zone, 'busyKinds', c.busy_kinds,
        'accessTokenCiphertext', n.access_token_ciphertext, 'accessTokenExpiresAt', ${ms("n.access_token_expires_at")}) END)), '[]')
    FROM ${COUNTING}))`;

/** The calendars that this installation reads at all, each with what it said when it was asked just now. */
export function readCalendars(app: Pick<AppContext, "ports" | "config" | "calendarAnswers">, { calendars }: Readings): (CalendarReading & ReadCalendar)[] {
  const answers = app.calendarAnswers instanceof Map ? app.calendarAnswers : null;
  return calendars
    .filter(({ access }) => (access === "LINK" ? app.ports.calendarLink : app.ports.calendar) !== null)
    .map((calendar) => {
      const live = answers?.get(calendar.id);
      return { ...calendar, longestPauseMs: calendar.access === "LINK" ? LINK_READ_PAUSE_MS : longestReadPauseMs(app.config.calendarPollMinutes), ...(live !== undefined && { live }) };
    });
}

/** Whether a booking confirmed at `now` (epoch ms) would be a guess, by the provider's policy. */
export const wouldGuess = (app: Pick<AppContext, "ports" | "config" | "calendarAnswers">, readings: Readings | undefined, now: number): boolean => readings !== undefined && isGuess(readCalendars(app, readings), readings.policy ?? DEFAULT_OUTAGE_POLICY, now);
