import { createHash } from "node:crypto";
import type ICAL from "ical.js";
import type { LinkedCalendar, RemoteEvent, RemoteTime } from "@/application/shared/ports";
import { eventIdOf, seriesOfEvent } from "@/domain/calendar-sync/event-id";
import { expandEvent, isChange, type Instance } from "./expand-event";
import { clocksOf, namedZone, text } from "./link-clock";
import { readComponents } from "./read-components";
import { StepBudget } from "./rule-starts";

const MOST_INSTANCES = 10_000;
const STEPS = 400_000;
const DAY_MS = 86_400_000;

/** What a file says about its owner's time in `window` (epoch ms), its recurring events written out. Throws `not-a-calendar`. */
export function parseCalendar(ics: string, window: { from: number; to: number }, fallbackTimeZone: string): LinkedCalendar {
  const { calendars, malformed } = readComponents(ics);
  const timeZone = calendars.map(zoneOf).find((zone) => zone !== null) ?? fallbackTimeZone;
  const budget = new StepBudget(STEPS);
  const instances: { uid: string; instance: Instance }[] = [];
  let unreadable = malformed;
  for (const calendar of calendars) {
    const reading = { clockOf: clocksOf(calendar, timeZone), window, budget };
    for (const [uid, { master, changes }] of seriesIn(calendar)) {
      try {
        instances.push(...expandEvent(master, changes, reading).map((instance) => ({ uid, instance })));
      } catch {
        unreadable += 1;
      }
    }
  }
  instances.sort((a, b) => a.instance.start - b.instance.start);
  const events = instances.slice(0, MOST_INSTANCES).map(({ uid, instance }) => toRemoteEvent(uid, instance));
  return { name: calendars.map((calendar) => text(calendar, "x-wr-calname") || text(calendar, "name")).find((name) => name !== "") ?? null, timeZone, events, unreadable, leftOut: instances.length - events.length };
}

function zoneOf(calendar: ICAL.Component): string | null {
  const named = namedZone(text(calendar, "x-wr-timezone")) ?? namedZone(text(calendar, "timezone-id"));
  const definitions = calendar.getAllSubcomponents("vtimezone");
  return named ?? (definitions.length === 1 && definitions[0] ? namedZone(text(definitions[0], "tzid")) : null);
}

interface Series {
  master: ICAL.Component | null;
  readonly changes: ICAL.Component[];
}

/** Events by UID; of one that is there several times, the one with the highest SEQUENCE counts. */
function seriesIn(calendar: ICAL.Component): Map<string, Series> {
  const series = new Map<string, Series>();
  calendar.getAllSubcomponents("vevent").forEach((component, index) => {
    // Without a UID nothing tells whether two are one: each stands for itself, named by its place and start.
    const uid = text(component, "uid") || `nameless ${index} ${text(component, "dtstart")}`;
    const found = series.get(uid) ?? { master: null, changes: [] };
    if (isChange(component)) found.changes.push(component);
    else if (found.master === null || sequenceOf(component) >= sequenceOf(found.master)) found.master = component;
    series.set(uid, found);
  });
  return series;
}

const sequenceOf = (component: ICAL.Component): number => Number(text(component, "sequence")) || 0;

/** Our own bookings come back through other people's calendars: as the invitation's UID, or as that of the event in Google. */
const ownSeries = (uid: string): string | null => /^([0-9a-f-]{36})@medbookings$/.exec(uid)?.[1] ?? seriesOfEvent(/^(mb[0-9a-v]{26})@google\.com$/.exec(uid)?.[1] ?? "");

function toRemoteEvent(uid: string, { component, plannedAt, isAllDay, start, end }: Instance): RemoteEvent {
  const seriesId = ownSeries(uid);
  const microsoft = text(component, "x-microsoft-cdo-busystatus").toUpperCase();
  const status = text(component, "status").toUpperCase();
  const id = createHash("sha256").update(uid).digest("hex").slice(0, 32);
  const at = (moment: number): RemoteTime => (isAllDay ? { kind: "date", onDate: new Date(moment).toISOString().slice(0, 10) } : { kind: "instant", at: moment });
  return {
    eventId: seriesId === null ? `${id}${plannedAt === null ? "" : `_${plannedAt}`}` : eventIdOf(seriesId),
    etag: "",
    status: status === "CANCELLED" ? "cancelled" : status === "TENTATIVE" || microsoft === "TENTATIVE" ? "tentative" : "confirmed",
    start: at(start),
    end: at(isAllDay ? Math.ceil(end / DAY_MS) * DAY_MS : end),
    isTransparent: text(component, "transp").toUpperCase() === "TRANSPARENT" || microsoft === "FREE",
    eventType: microsoft === "OOF" ? "outOfOffice" : microsoft === "WORKINGELSEWHERE" ? "workingLocation" : "default",
    ownResponse: null,
    hasDeclined: false,
    recurringEventId: null,
    seriesId,
    bookingId: null,
    bookingVersion: null,
    written: null,
    meet: null,
    updatedAt: null,
  };
}
