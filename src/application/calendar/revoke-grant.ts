import { z } from "zod";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort } from "@/application/shared/ports";
import { isFinal } from "./explain-failure";
import { grantAsServiceAccount } from "./grant-as-service-account";
import type { LeavingEvent } from "./redirect-bookings";
import { removeEvent } from "./write-event";

/** What a job needs to end at Google what was erased here. */
const GrantToRevoke = z.object({
  accessToken: z.string().nullable(),
  refreshToken: z.string().nullable(),
  channels: z.array(z.object({ channelId: z.string(), resourceId: z.string() })),
  /** Events that moved to another account. */
  leaving: z.array(z.object({ calendarId: z.string(), eventId: z.string() })).default([]),
  /** Of a service account: how to get another token; there is no grant to revoke. */
  renewAs: z.object({ access: z.enum(["SHARED", "DELEGATED"]), accountEmail: z.string() }).nullable().default(null),
  /** Another connection lives on the same account's grant. */
  isShared: z.boolean(),
});
export type GrantToRevoke = z.infer<typeof GrantToRevoke>;

export const grantPlace = (connectionId: string): string => `connection:${connectionId}:revoke`;

/** Stops the channels of a disconnected account, takes away the events that moved to another and were not sent back since, and revokes its grant. A grant that is dead already needs nothing more. */
export async function revokeGrant(app: AppContext, connectionId: string, tokenCiphertext: string): Promise<void> {
  const { calendar, calendarAuth } = app.ports;
  if (calendar === null) return;
  const grant = GrantToRevoke.parse(JSON.parse(await app.cipher.decrypt(tokenCiphertext, grantPlace(connectionId))));
  const isAlive = await leaveAccount(app, calendar, grant);
  if (calendarAuth === null || grant.renewAs !== null) return;
  const token = grant.refreshToken ?? grant.accessToken;
  if (isAlive && !grant.isShared && token !== null && !(await isInUseAgain(app, connectionId))) await calendarAuth.revoke(token);
}

/** Google revokes by account: whoever connected it again since the disconnect would be thrown out. */
async function isInUseAgain({ db }: AppContext, connectionId: string): Promise<boolean> {
  const connection = await db.calendarConnection.findUnique({ where: { id: connectionId }, select: { accountSubject: true } });
  return connection !== null && (await db.calendarConnection.count({ where: { accountSubject: connection.accountSubject, status: { not: "DISCONNECTED" } } })) > 0;
}

/** Bookings go to that calendar again since the disconnect: the event is to stand there, and our deletion would pass for a person's. */
const isWantedAgain = async ({ db }: AppContext, { calendarId, eventId }: LeavingEvent): Promise<boolean> =>
  (await db.calendarEventLink.count({ where: { eventId, state: { not: "REMOVED" }, calendar: { externalId: calendarId } } })) > 0;

/** Stops the channels and takes events away that moved. False when the grant turns out to be dead. */
async function leaveAccount(app: AppContext, calendar: CalendarPort, { accessToken, refreshToken, renewAs, channels, leaving }: GrantToRevoke): Promise<boolean> {
  if (channels.length + leaving.length === 0) return true;
  const stop = async (token: string) => {
    for (const channel of channels) await passRefusal(app, () => calendar.stopChannel(token, channel));
    for (const event of leaving) if (!(await isWantedAgain(app, event))) await passRefusal(app, () => removeEvent({ calendar, accessToken: token, calendarId: event.calendarId }, event.eventId));
    return true;
  };
  try {
    if (accessToken !== null) return await stop(accessToken);
  } catch (error) {
    if (!isAuth(error)) throw error;
  }
  try {
    if (renewAs !== null) return await stop((await grantAsServiceAccount(app, renewAs)).accessToken);
    return refreshToken === null || app.ports.calendarAuth === null ? false : await stop((await app.ports.calendarAuth.refresh(refreshToken)).accessToken);
  } catch (error) {
    if (!isAuth(error)) throw error;
    return false;
  }
}

/** What Google refuses for good stays there: the rest, and the grant, are ended all the same. */
async function passRefusal({ log }: AppContext, end: () => Promise<unknown>): Promise<void> {
  try {
    await end();
  } catch (error) {
    if (!(error instanceof IntegrationError) || !isFinal(error)) throw error;
    log.warn({ operation: error.failure.operation, code: error.failure.code }, "Google refused to end something of a disconnected account");
  }
}

const isAuth = (error: unknown): boolean => error instanceof IntegrationError && error.kind === "auth";
