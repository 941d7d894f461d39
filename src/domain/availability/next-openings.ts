import { addDays, MINUTE_MS, DAY_MS, type CivilDate } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import type { ScheduleFacts, ServiceRules } from "./availability-facts";
import { openSlots } from "./open-slots";
import { startBounds } from "./slot-policy";

/** How many of its next starts a card shows; openings are good while every service has as many left. */
export const SHOWN_OPENINGS = 3;
/** How many starts of each service are kept, so that openings stay good while some of them pass. */
export const KEPT_OPENINGS = 8;

export interface Opening {
  /** Epoch ms, as all instants here. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** The service's slug. */
  readonly service: string;
  /** The end of the notice: later nobody can book this start. */
  readonly offeredUntil: number;
}

export interface OpeningsOfScope {
  /** "ANY", or the mode in which the services are offered. */
  readonly scope: string;
  /** By start, at one start in the provider's order of services. */
  readonly openings: readonly Opening[];
  /** No start is or becomes free earlier, however holds run out and time passes. */
  readonly notBefore: number;
}

export interface NextOpenings {
  readonly scopes: readonly OpeningsOfScope[];
  /** Exclusive: from then on a later start is needed, a hold has run out, or the horizon has moved. */
  readonly goodUntil: number;
  /** What changes from this instant on changes none of the openings; infinite where a service has few left. */
  readonly watchUntil: number;
}

export interface OpeningsQuestion {
  /** Those offered, in the provider's order. */
  readonly services: readonly (ServiceRules & { readonly slug: string; readonly modes: readonly string[]; readonly dailyCounts: ReadonlyMap<CivilDate, number> | undefined })[];
  readonly schedule: ScheduleFacts;
  /** Everything taken, holds too, for starts before `knownUntil`. */
  readonly busy: readonly Interval[];
  readonly holds: readonly { readonly span: Interval; readonly expiresAt: number }[];
  readonly now: number;
  readonly knownUntil: number;
}

/** The next starts of every service and how long they can be believed, or null when more than `knownUntil` has to be known. */
export function nextOpenings(question: OpeningsQuestion): NextOpenings | null {
  const { services, schedule, holds, now, knownUntil } = question;
  const outlooks = services.map((service) => outlookOf(question, service));
  if (outlooks.some(({ starts, horizon }) => starts.length < KEPT_OPENINGS && knownUntil < horizon)) return null;
  const tomorrow = startOfDay(addDays(civilDateOf(now, schedule.timeZone), 1), schedule.timeZone);
  const scopes = ["ANY", ...new Set(services.flatMap(({ modes }) => modes))].map((scope): OpeningsOfScope => {
    const within = outlooks.filter(({ service }) => scope === "ANY" || service.modes.includes(scope));
    return { scope, openings: within.flatMap(openingsOf).sort((a, b) => a.startsAt - b.startsAt), notBefore: Math.min(...within.map(({ first, horizon }) => first ?? horizon)) };
  });
  return {
    scopes,
    goodUntil: Math.min(Infinity, ...outlooks.map((outlook) => goodUntil(outlook, tomorrow)), ...holds.map(({ expiresAt }) => expiresAt)),
    watchUntil: Math.max(-Infinity, ...outlooks.map(watchUntil)),
  };
}

interface Outlook {
  readonly service: OpeningsQuestion["services"][number];
  /** At most KEPT_OPENINGS. */
  readonly starts: readonly number[];
  /** The first start when holds are ignored: one that runs out is no change that anybody notes. */
  readonly first: number | undefined;
  /** The end of what can be booked. */
  readonly horizon: number;
}

function outlookOf({ schedule, busy, holds, now, knownUntil }: OpeningsQuestion, service: Outlook["service"]): Outlook {
  const { dailyCounts } = service;
  const startsBeside = (taken: readonly Interval[], counts: typeof dailyCounts) => openSlots({ schedule, service, busy: taken, dailyCounts: counts, now, range: [now, knownUntil] });
  const starts = startsBeside(busy, dailyCounts).slice(0, KEPT_OPENINGS);
  const isHold = ([from, to]: Interval) => holds.some(({ span }) => span[0] === from && span[1] === to);
  // A held time counts for the day's cap as well: without counting, the bound is earlier, never later.
  const first = holds.length === 0 ? starts[0] : startsBeside(busy.filter((span) => !isHold(span)), undefined)[0];
  return { service, starts, first, horizon: startBounds(service, schedule.timeZone, now).latest };
}

const openingsOf = ({ service, starts }: Outlook): Opening[] =>
  starts.map((startsAt) => ({ startsAt, endsAt: startsAt + service.durationMinutes * MINUTE_MS, service: service.slug, offeredUntil: startsAt - service.minimumNoticeMinutes * MINUTE_MS }));

/** A short list holds all there is until the horizon moves. */
function goodUntil({ service, starts }: Outlook, tomorrow: number): number {
  const neededLast = starts.length === KEPT_OPENINGS ? starts[KEPT_OPENINGS - SHOWN_OPENINGS] : undefined;
  return neededLast === undefined ? tomorrow : neededLast - service.minimumNoticeMinutes * MINUTE_MS + 1;
}

/** With a daily cap, what is booked later on the last day can fill or free that day. */
function watchUntil({ service, starts }: Outlook): number {
  const last = starts.length === KEPT_OPENINGS ? starts.at(-1) : undefined;
  if (last === undefined) return Infinity;
  return last + (service.durationMinutes + service.bufferAfterMinutes) * MINUTE_MS + (service.dailyCap === null ? 0 : 2 * DAY_MS);
}
