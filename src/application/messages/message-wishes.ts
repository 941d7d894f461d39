import { askWishedNumber } from "@/application/phones/phone-check";
import { actorId } from "@/application/shared/actor";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { readLanguage } from "@/domain/messages/language";
import { readReminderChoice } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";
import type { ChangedWishes, MessageWishesView } from "./wish-schemas";

/**
 * How the bearer of a manage link wants to be written to about its visit. What holds for the patient stays untold: whoever
 * types somebody's details gets such a link. Throws NOT_ALLOWED, NOT_FOUND.
 */
export async function getMessageWishes(app: AppContext): Promise<MessageWishesView> {
  const { booking, patient } = await loadReader(app, app.db);
  return { reminders: readReminderChoice(booking.reminderChoice), language: readLanguage(booking.language ?? patient.language), hasEmail: patient.email !== null, hasPhone: patient.phone !== null };
}

/**
 * Keeps what the bearer of a manage link wants of its visit, from now on and for what is already planned. Who wants reminders by text is asked for
 * the number; `requestedBy` is whoever opened the link. Throws NOT_ALLOWED, NOT_FOUND.
 */
export async function setMessageWishes(app: AppContext, { reminders: reminderChoice, language }: ChangedWishes, requestedBy = actorId(app.actor)): Promise<MessageWishesView> {
  await inTransaction(app, async (tx) => {
    const { booking } = await loadReader(app, tx);
    const said = { ...(reminderChoice !== undefined && { reminderChoice }), ...(language !== undefined && { language }) };
    await tx.booking.update({ where: { id: booking.id }, data: said });
    if (reminderChoice === "SMS" || reminderChoice === "WHATSAPP") await askWishedNumber(app, tx, requestedBy);
    await audit(tx, app.actor, { action: "booking.choose-messages", subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, after: said });
  });
  return getMessageWishes(app);
}

async function loadReader(app: AppContext, db: Pick<Tx, "booking" | "patient">) {
  const seriesId = app.actor.kind === "link" ? app.actor.seriesId : null;
  authorize(app.actor, "message.choose", { seriesId });
  const booking = await db.booking.findFirst({ where: { seriesId: seriesId ?? "", status: { not: "RESCHEDULED" } }, select: { id: true, providerId: true, patientId: true, language: true, reminderChoice: true } });
  const patient = booking?.patientId ? await db.patient.findUnique({ where: { id: booking.patientId }, select: { email: true, phone: true, language: true } }) : null;
  if (booking === null || patient === null) throw new AppError("NOT_FOUND");
  return { booking, patient };
}
