import { beginBatch, replaceBatches } from "@/application/calendar-batch/begin-batch";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { calendarQueue, ownerIdOf } from "./calendar-queue";
import type { DisconnectCalendarInput } from "./calendar-schemas";
import { tokenPlace } from "./connection-tokens";
import { assertBookingsHaveAPlace, redirectBookings } from "./redirect-bookings";
import { resumePushes } from "./resume-pushes";
import { grantPlace, type GrantToRevoke } from "./revoke-grant";

const NOT_CONNECTED = "No Google account is connected that receives bookings.";

/**
 * Ends a connection at once: tokens, channels and busy times are erased here; a job then stops the channels and revokes
 * the grant at Google. When bookings went to this account and could go to another, the caller says where they go: to a
 * calendar, and the events of coming visits move there, or nowhere yet (null), and they stay in Google while what is still
 * to be said about them waits. Throws STATUS_CONFLICT when that is not said.
 */
export async function disconnectCalendar(app: AppContext, { connectionId, moveBookingsTo }: DisconnectCalendarInput): Promise<void> {
  await inTransaction(app, async (tx) => {
    const connection = await tx.calendarConnection.findFirst({ where: { id: connectionId, access: { not: "LINK" } }, include: { calendars: true } });
    if (connection === null) throw new AppError("NOT_FOUND");
    const { providerId, organizationId, accountSubject } = connection;
    authorize(app.actor, "calendar.connect", { providerId, organizationId });
    if (connection.status === "DISCONNECTED") return;

    if (moveBookingsTo === undefined) await assertBookingsHaveAPlace(tx, connection);
    const now = new Date(app.clock.now());
    const leaving = await redirectBookings(app, tx, connection, moveBookingsTo ?? null);
    const calendarIds = connection.calendars.map((calendar) => calendar.id);
    await tx.calendar.updateMany({
      where: { connectionId },
      data: { receivesBookings: false, generation: { increment: 1 }, syncToken: null, channelId: null, channelResourceId: null, channelTokenHash: null, channelExpiresAt: null, channelAddress: null, channelRetryAt: null, lastReadAt: null, firstReadEvents: 0, lastPushAt: null, lastError: null, lastErrorAt: null },
    });
    await tx.ownMail.deleteMany({ where: { connectionId } });
    await tx.busyInterval.deleteMany({ where: { calendarId: { in: calendarIds } } });
    const left = await tx.calendarEventLink.updateMany({
      where: { calendarId: { in: calendarIds }, state: { not: "REMOVED" }, booking: { endsAt: { gt: now } } },
      data: { calendarId: null, etag: null, syncedVersion: null, baseStartsAt: null, baseEndsAt: null, state: "PENDING", lastError: NOT_CONNECTED },
    });
    await replaceBatches(tx, { calendarId: { in: calendarIds } }, now);
    // Links under way in another account go on.
    const isLast = (await tx.calendarConnection.count({ where: { providerId, organizationId, access: { not: "LINK" }, status: { not: "DISCONNECTED" }, id: { not: connectionId } } })) === 0;
    if (isLast || connection.calendars.some((calendar) => calendar.receivesBookings)) {
      await tx.$executeRaw`
        UPDATE meet_link SET state = 'FAILED', last_error = ${NOT_CONNECTED}, updated_at = ${now}
        FROM booking WHERE booking.series_id = meet_link.series_id AND booking.provider_id = ${providerId}::uuid AND meet_link.state = 'PENDING'`;
    }
    await tx.calendarConnection.update({
      where: { id: connectionId },
      data: { status: "DISCONNECTED", disconnectedAt: now, claimedAddress: null, accessTokenCiphertext: null, refreshTokenCiphertext: null, accessTokenExpiresAt: null, lastError: null, lastErrorAt: null },
    });

    // Also what had been on its way from here to a calendar chosen before.
    const target = providerId === null || (left.count === 0 && moveBookingsTo == null) ? null : await tx.calendar.findFirst({ where: { providerId, receivesBookings: true }, select: { id: true } });
    if (providerId !== null && target !== null) {
      await resumePushes(tx, providerId, now.getTime());
      await beginBatch(tx, { providerId, calendarId: target.id }, now.getTime());
    }

    // Google revokes by account: another connection of the same account, a colleague's perhaps, would die with it.
    const isShared = (await tx.calendarConnection.count({ where: { accountSubject, status: { not: "DISCONNECTED" } } })) > 0;
    const open = async (ciphertext: string | null, token: "access" | "refresh") => (ciphertext === null ? null : app.cipher.decrypt(ciphertext, tokenPlace(connectionId, token)));
    const grant: GrantToRevoke = {
      accessToken: await open(connection.accessTokenCiphertext, "access"),
      refreshToken: await open(connection.refreshTokenCiphertext, "refresh"),
      channels: connection.calendars.flatMap(({ channelId, channelResourceId }) => (channelId !== null && channelResourceId !== null ? [{ channelId, resourceId: channelResourceId }] : [])),
      leaving,
      renewAs: connection.access === "SHARED" || connection.access === "DELEGATED" ? { access: connection.access, accountEmail: connection.accountEmail } : null,
      isShared,
    };
    const tokenCiphertext = await app.cipher.encrypt(JSON.stringify(grant), grantPlace(connectionId));
    await enqueue(tx, "calendar.revoke-grant", { connectionId, tokenCiphertext }, { queue: calendarQueue(ownerIdOf(connection)) });
    await audit(tx, app.actor, { action: "calendar.disconnect", subjectKind: "calendar-connection", subjectId: connectionId, providerId });
  });
}
