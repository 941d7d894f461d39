import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { readLanguage } from "@/domain/messages/language";
import { readReminderChoice } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";
import type { MessageWishes, MessageWishesView } from "./wish-schemas";

/** How the patient of a manage link wants to be written to. Throws NOT_ALLOWED, NOT_FOUND. */
export async function getMessageWishes(app: AppContext): Promise<MessageWishesView> {
  const { booking, patient } = await loadReader(app, app.db);
  return { reminders: readReminderChoice(patient.reminderChoice), language: readLanguage(booking.language ?? patient.language), hasEmail: patient.email !== null, hasPhone: patient.phone !== null };
}

/** Keeps what the patient of a manage link wants, from now on and for what is already planned. Throws NOT_ALLOWED, NOT_FOUND. */
export async function setMessageWishes(app: AppContext, wishes: Partial<MessageWishes>): Promise<MessageWishesView> {
  await inTransaction(app, async (tx) => {
    const { booking, patient } = await loadReader(app, tx);
    const { reminders: reminderChoice, language } = wishes;
    await tx.patient.update({ where: { id: patient.id }, data: { ...(reminderChoice !== undefined && { reminderChoice }), ...(language !== undefined && { language }) } });
    if (language !== undefined) await tx.booking.update({ where: { id: booking.id }, data: { language } });
    await audit(tx, app.actor, { action: "patient.choose-messages", subjectKind: "patient", subjectId: patient.id, providerId: booking.providerId, after: { ...wishes } });
  });
  return getMessageWishes(app);
}

async function loadReader(app: AppContext, db: Pick<Tx, "booking" | "patient">) {
  const seriesId = app.actor.kind === "link" ? app.actor.seriesId : null;
  authorize(app.actor, "message.choose", { seriesId });
  const booking = await db.booking.findFirst({ where: { seriesId: seriesId ?? "", status: { not: "RESCHEDULED" } }, select: { id: true, providerId: true, patientId: true, language: true } });
  const patient = booking?.patientId ? await db.patient.findUnique({ where: { id: booking.patientId }, select: { id: true, email: true, phone: true, language: true, reminderChoice: true } }) : null;
  if (booking === null || patient === null) throw new AppError("NOT_FOUND");
  return { booking, patient };
}
