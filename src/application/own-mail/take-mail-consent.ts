import { encryptTokens } from "@/application/calendar/connection-tokens";
import type { CalendarOwner } from "@/application/calendar/calendar-queue";
import type { CalendarProblem } from "@/application/calendar/calendar-schemas";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import type { CalendarGrant } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { allowsMail } from "./mail-scope";

/** The columns of a mailbox of which nothing is the matter. */
export const NO_PROBLEM = { problem: null, problemAt: null, pausedUntil: null } as const;

/**
 * Takes what a consent for sending brought into the connection it was asked for, and has the provider's e-mails come from it. Answers why
 * nothing was changed: another account, the box unticked, or a grant that no longer covers the calendar.
 */
export async function takeMailConsent(app: AppContext, owner: CalendarOwner, connectionId: string, grant: CalendarGrant, hasCalendar: boolean): Promise<CalendarProblem | null> {
  return inTransaction(app, async (tx) => {
    const connection = await tx.calendarConnection.findFirst({ where: { id: connectionId, ...owner, access: "CONSENT", status: { not: "DISCONNECTED" } }, select: { accountSubject: true, refreshTokenCiphertext: true } });
    const { providerId } = owner;
    if (connection === null || providerId === null || connection.accountSubject !== grant.accountSubject) return "mail-other-account";
    if (!allowsMail(grant.scopes)) return "mail-unticked";
    if (!hasCalendar) return "mail-without-calendar";
    if (grant.refreshToken === null && connection.refreshTokenCiphertext === null) return "no-lasting-access";
    const now = new Date(app.clock.now());
    await tx.calendarConnection.update({ where: { id: connectionId }, data: { status: "ACTIVE", scopes: [...grant.scopes], lastError: null, lastErrorAt: null, ...(await encryptTokens(app.cipher, connectionId, grant)) } });
    await tx.ownMail.upsert({ where: { providerId }, create: { providerId, connectionId, turnedOnAt: now }, update: { connectionId, turnedOnAt: now, ...NO_PROBLEM } });
    await audit(tx, app.actor, { action: "own-mail.turn-on", subjectKind: "calendar-connection", subjectId: connectionId, providerId, after: { scopes: [...grant.scopes] } });
    return null;
  });
}
