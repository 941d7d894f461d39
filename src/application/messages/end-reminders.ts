import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { setMessageWishes } from "./message-wishes";
import { isReminderStopped, recordReminderStop } from "./reminder-stop";
import type { EndedReminders, MailLineView } from "./wish-schemas";

const place = (seriesId: string) => `unsubscribe:${seriesId}`;

/**
 * Where a mail program ends reminders with one click (RFC 8058). `mail` names the address the message goes to, readable for
 * us alone: it stands in no other place than that message, so whoever brings it has the message before them.
 */
export async function unsubscribeUrlFor({ cipher }: Pick<AppContext, "cipher">, manageUrl: string, seriesId: string, address: string): Promise<string> {
  return `${manageUrl}/unsubscribe?mail=${await cipher.encrypt(address, place(seriesId))}`;
}

/** The address that the message of a sealed `mail` went to, and whether reminders to it are ended. Throws NOT_ALLOWED. */
export async function getMailLine(app: AppContext, mail: string): Promise<MailLineView> {
  const { seriesId, address } = await readMail(app, mail);
  const booking = address === null ? null : await app.db.booking.findFirst({ where: { seriesId, status: { not: "RESCHEDULED" } }, select: { providerId: true } });
  return address === null || booking === null ? null : { address, isStopped: await isReminderStopped(app.db, { providerId: booking.providerId, address }) };
}

/** Ends all reminders to the address that a message reached; by a manage link alone those of its visit. Throws NOT_ALLOWED, NOT_FOUND. */
export async function endReminders(app: AppContext, mail: string | null): Promise<EndedReminders> {
  const { seriesId, address } = await readMail(app, mail);
  if (address === null) {
    await setMessageWishes(app, { reminders: "NONE" });
    return { of: "visit" };
  }
  return inTransaction(app, async (tx) => {
    const booking = await tx.booking.findFirst({ where: { seriesId, status: { not: "RESCHEDULED" } }, select: { id: true, providerId: true } });
    if (booking === null) throw new AppError("NOT_FOUND");
    await recordReminderStop(tx, { providerId: booking.providerId, address }, { isStopped: true, source: "one-click" }, app.clock.now());
    await audit(tx, app.actor, { action: "patient.end-reminders", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId });
    return { of: "address" };
  });
}

async function readMail(app: AppContext, mail: string | null) {
  const seriesId = app.actor.kind === "link" ? app.actor.seriesId : "";
  authorize(app.actor, "message.choose", { seriesId });
  return { seriesId, address: mail === null ? null : await app.cipher.decrypt(mail, place(seriesId)).catch(() => null) };
}
