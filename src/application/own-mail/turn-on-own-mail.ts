import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { allowsMail } from "./mail-scope";
import { NO_PROBLEM } from "./take-mail-consent";

/** Has the e-mails of a provider come from an account that Google has given leave for already. Throws NOT_FOUND, STATUS_CONFLICT without that leave. */
export async function turnOnOwnMail(app: AppContext, { connectionId }: { connectionId: string }): Promise<void> {
  await inTransaction(app, async (tx) => {
    const connection = await tx.calendarConnection.findFirst({ where: { id: connectionId, access: "CONSENT" }, select: { providerId: true, status: true, scopes: true } });
    if (connection === null) throw new AppError("NOT_FOUND");
    const { providerId } = connection;
    authorize(app.actor, "calendar.connect", { providerId });
    if (providerId === null || connection.status !== "ACTIVE" || !allowsMail(connection.scopes)) throw new AppError("STATUS_CONFLICT", { message: "Google has given no permission to send from this account yet. Ask it for that first." });
    const now = new Date(app.clock.now());
    await tx.ownMail.upsert({ where: { providerId }, create: { providerId, connectionId, turnedOnAt: now }, update: { connectionId, turnedOnAt: now, ...NO_PROBLEM } });
    await audit(tx, app.actor, { action: "own-mail.turn-on", subjectKind: "calendar-connection", subjectId: connectionId, providerId });
  });
}
