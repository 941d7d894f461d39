import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { setMessageWishes } from "./message-wishes";
import { recordReminderStop } from "./reminder-stop";

const place = (seriesId: string) => `unsubscribe:${seriesId}`;

/**
 * Where a mail program ends reminders with one click (RFC 8058). `mail` names the address the message goes to, readable for
 * us alone: it stands in no other place than that message, so whoever brings it has read the mailbox.
 */
export async function unsubscribeUrlFor({ cipher }: Pick<AppContext, "cipher">, manageUrl: string, seriesId: string, address: string): Promise<string> {
  return `${manageUrl}/unsubscribe?mail=${await cipher.encrypt(address, place(seriesId))}`;
}

/** Ends all reminders to the address that a message reached; by a manage link alone those of its visit. Throws NOT_ALLOWED, NOT_FOUND. */
export async function endReminders(app: AppContext, mail: string | null): Promise<{ readonly of: "address" | "visit" }> {
  const seriesId = app.actor.kind === "link" ? app.actor.seriesId : null;
  authorize(app.actor, "message.choose", { seriesId });
  const address = mail === null || seriesId === null ? null : await app.cipher.decrypt(mail, place(seriesId)).catch(() => null);
  if (address === null || seriesId === null) {
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
