import { z } from "zod";
import { commitPage, type PageTarget } from "@/application/calendar/commit-page";
import { isWorthRetrying } from "@/application/calendar/explain-failure";
import { furthestHorizon } from "@/application/calendar/furthest-horizon";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { LinkedCalendar, LinkVersion } from "@/application/shared/ports";
import { oneLine } from "@/domain/messages/safe-text";
import { isWindowStale, readWindow } from "@/domain/calendar-sync/read-window";
import { explainLinkFailure } from "./explain-link-failure";
import { linkPlace } from "./link-place";

/** The version last read stands where Google's sync token does, so that whatever asks for a whole read gets one here too. */
const Version = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });

/**
 * Reads one calendar by link, the whole of it when there is a newer version, and writes what takes time. A read that fails
 * leaves what was read before and says why. Nothing for calendars of Google accounts. Throws what is worth another try.
 */
export async function readCalendarLink(app: AppContext, calendarId: string): Promise<void> {
  const target = await findTarget(app, calendarId);
  const { calendarLink } = app.ports;
  if (target === null || target.urlCiphertext === null || calendarLink === null) return;
  const now = app.clock.now();
  try {
    const address = await app.cipher.decrypt(target.urlCiphertext, linkPlace(target.connectionId));
    const window = readWindow(now, await furthestHorizon(app, target));
    const read = await calendarLink.read(address, knownVersion(target, now), { window, fallbackTimeZone: target.ownZone });
    if (read === "unchanged") await app.db.calendar.updateMany({ where: { id: calendarId, syncToken: target.syncToken }, data: { lastReadAt: new Date(now), lastError: null, lastErrorAt: null } });
    else await keep(app, target, read, now);
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await app.db.calendar.updateMany({ where: { id: calendarId }, data: { lastError: explainLinkFailure(error), lastErrorAt: new Date(now) } });
    if (isWorthRetrying(error)) throw error;
  }
}

type Target = PageTarget & { readonly name: string; readonly host: string; readonly ownZone: string; readonly lastReadAt: Date | null; readonly urlCiphertext: string | null };

async function keep(app: AppContext, target: Target, read: LinkedCalendar & { version: LinkVersion }, startedAt: number): Promise<void> {
  const finish = { syncToken: JSON.stringify(read.version), previousToken: target.syncToken, startedAt };
  if (!(await commitPage(app, { ...target, timeZone: read.timeZone }, read.events, { seen: [], eventsSoFar: read.events.length, finish }))) return;
  await app.db.calendarLink.updateMany({ where: { connectionId: target.connectionId }, data: { notice: noticeOf(read) } });
  if (target.name === target.host && read.name !== null) await app.db.calendar.updateMany({ where: { id: target.id }, data: { name: oneLine(read.name, 80) || target.host } });
}

function noticeOf({ unreadable, leftOut }: LinkedCalendar): string | null {
  const parts = [
    unreadable > 0 && `${unreadable === 1 ? "One event" : `${unreadable} events`} could not be understood and ${unreadable === 1 ? "blocks" : "block"} no bookings.`,
    leftOut > 0 && `This calendar holds more than we keep. The ${leftOut} furthest times block no bookings.`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(" ");
}

/** Null when all has to be read: for the first time, by other rules, or because the window moves on. */
function knownVersion({ id, syncToken, lastReadAt }: Target, now: number): LinkVersion | null {
  if (syncToken === null || lastReadAt === null || isWindowStale(id, lastReadAt.getTime(), now)) return null;
  return Version.parse(JSON.parse(syncToken));
}

async function findTarget(app: AppContext, calendarId: string): Promise<Target | null> {
  const row = await app.db.calendar.findFirst({
    where: { id: calendarId, readsBusy: true, connection: { status: "ACTIVE", access: "LINK" } },
    select: {
      id: true, providerId: true, organizationId: true, connectionId: true, externalId: true, name: true, timeZone: true, readsBusy: true, busyKinds: true, syncToken: true, generation: true, lastReadAt: true,
      provider: { select: { timeZone: true } }, connection: { select: { accountEmail: true, link: { select: { urlCiphertext: true } } } },
    },
  });
  if (row === null) return null;
  const { provider, connection, ...target } = row;
  return { ...target, host: connection.accountEmail, ownZone: provider?.timeZone ?? target.timeZone, urlCiphertext: connection.link?.urlCiphertext ?? null };
}
