import { uuidv7 } from "uuidv7";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { hashToken, randomToken } from "@/platform/crypto";
import { calendarQueue, ownerIdOf, type CalendarOwner } from "./calendar-queue";
import { isWorthRetrying } from "./explain-failure";
import { lockWhileListened } from "./lock-while-listened";
import { pushAddressOf } from "./push-address";
import { withAccessToken } from "./with-access-token";

const DAY_MS = 86_400_000;
/** A week: the longest Google grants for events. */
const LIFETIME_SECONDS = 7 * 86_400;

/** Where Google refused a channel we ask again when one asked for now would be due. */
const REFUSED_PAUSE_MS = 3_600_000;

/**
 * Opens a push channel for a calendar that has none or whose own ends within a day or leads to another address than ours is
 * now; one that Google refuses to renew counts until its own end. Closes that of a calendar no longer followed. The old one counts until the new one is noted, and is stopped only then; a read follows. Where there can be no
 * pushes, polling goes on alone. Throws what is worth another try.
 */
export async function renewChannel(app: AppContext, calendarId: string): Promise<void> {
  const row = await app.db.calendar.findUnique({
    where: { id: calendarId },
    select: { id: true, providerId: true, organizationId: true, connectionId: true, externalId: true, readsBusy: true, receivesBookings: true, channelId: true, channelResourceId: true, channelExpiresAt: true, channelAddress: true, connection: { select: { status: true, access: true } } },
  });
  const { calendar } = app.ports;
  if (row?.connection.status !== "ACTIVE" || row.connection.access === "LINK" || calendar === null) return;
  const address = row.readsBusy || row.receivesBookings ? pushAddressOf(app.config.publicOrigin) : null;
  const isElsewhere = row.channelAddress !== null && row.channelAddress !== address;
  const isDue = isElsewhere || row.channelExpiresAt === null || row.channelExpiresAt.getTime() - app.clock.now() < DAY_MS;
  if (address !== null && !isDue) return;
  if (address === null) await app.db.calendar.update({ where: { id: calendarId }, data: NO_CHANNEL });
  else if (!(await openChannel(app, calendar, row, address))) return;
  if (row.channelId !== null && row.channelResourceId !== null) await stopOld(app, calendar, row.connectionId, { channelId: row.channelId, resourceId: row.channelResourceId });
}

interface ChannelRow extends CalendarOwner {
  readonly id: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly channelId: string | null;
  readonly channelExpiresAt: Date | null;
  readonly channelAddress: string | null;
}

const NO_CHANNEL = { channelId: null, channelResourceId: null, channelTokenHash: null, channelExpiresAt: null, channelAddress: null, channelRetryAt: null };

/** False when Google refuses, which is noted and asked again in an hour, and when nobody wants the channel any more. */
async function openChannel(app: AppContext, calendar: CalendarPort, row: ChannelRow, address: string): Promise<boolean> {
  const channel = { channelId: uuidv7(), token: randomToken() };
  try {
    const opened = await withAccessToken(app, row.connectionId, (accessToken) => calendar.watch(accessToken, row.externalId, { ...channel, address, ttlSeconds: LIFETIME_SECONDS }));
    const isKept = await keepChannel(app, row, { channelId: channel.channelId, channelResourceId: opened.resourceId, channelTokenHash: hashToken(channel.token), channelExpiresAt: new Date(opened.expiresAt), channelAddress: address, channelRetryAt: null });
    if (!isKept) await stopOld(app, calendar, row.connectionId, { channelId: channel.channelId, resourceId: opened.resourceId });
    return isKept;
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    app.log.warn({ calendarId: row.id, code: error.failure.code }, "Google opens no push channel; polling goes on");
    const now = app.clock.now();
    // What it tells of until its own end is not given away for a renewal that was refused.
    const isAlive = row.channelId !== null && row.channelAddress === address && row.channelExpiresAt !== null && row.channelExpiresAt.getTime() > now;
    await app.db.calendar.update({
      where: { id: row.id },
      data: isAlive ? { channelRetryAt: new Date(now + REFUSED_PAUSE_MS) } : { ...NO_CHANNEL, channelExpiresAt: new Date(now + DAY_MS + REFUSED_PAUSE_MS), channelAddress: address },
    });
    return false;
  }
}

/**
 * False when the calendar was disconnected or put out of use meanwhile: the next connection must open a channel of its own.
 * What the old channel may still have to tell of happened before the new one was opened, so one read stands for all of it.
 */
const keepChannel = (app: AppContext, row: ChannelRow, opened: { channelId: string; channelResourceId: string; channelTokenHash: string; channelExpiresAt: Date; channelAddress: string; channelRetryAt: null }): Promise<boolean> =>
  inTransaction(app, async (tx) => {
    if ((await lockWhileListened(tx, row.id)) === null) return false;
    await tx.calendar.update({ where: { id: row.id }, data: opened });
    if (row.channelId !== null) await enqueue(tx, "calendar.sync", { calendarId: row.id }, { key: `sync:${row.id}`, queue: calendarQueue(ownerIdOf(row)) });
    return true;
  });

/** A channel that cannot be stopped ends by itself; until then its pushes are ignored. */
async function stopOld(app: AppContext, calendar: CalendarPort, connectionId: string, old: { channelId: string; resourceId: string }): Promise<void> {
  try {
    await withAccessToken(app, connectionId, (accessToken) => calendar.stopChannel(accessToken, old));
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    app.log.warn({ channelId: old.channelId, code: error.failure.code }, "an old push channel could not be stopped");
  }
}
