import type { UserActor } from "@/application/shared/actor";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { readLanguage } from "@/domain/messages/language";
import { readReminderChoice } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";
import { isReminderStopped, recordReminderStop } from "./reminder-stop";
import type { ChangedWishes, MessageWishesView } from "./wish-schemas";

/** How a signed-in patient wants to be written to about all their visits; what differs from provider to provider counts as not said. Throws NOT_AUTHENTICATED. */
export async function getOwnWishes(app: AppContext): Promise<MessageWishesView> {
  const { records, address } = await loadOwn(asPatient(app), app.db);
  const choices = await Promise.all(records.map(async (record) => ((await isStopped(app.db, record, address)) ? "NONE" : readReminderChoice(record.reminderChoice))));
  const [first = null, ...others] = choices;
  return {
    reminders: others.every((choice) => choice === first) ? first : null,
    language: readLanguage(records.find(({ language }) => language !== null)?.language),
    hasEmail: records.some(({ email }) => email !== null),
    hasPhone: records.some(({ phone }) => phone !== null),
  };
}

/**
 * Keeps what a signed-in patient wants for all their visits, those included that were booked in their name: what a link said
 * of one of them no longer holds. Throws NOT_AUTHENTICATED.
 */
export async function setOwnWishes(app: AppContext, { reminders: reminderChoice, language }: ChangedWishes): Promise<MessageWishesView> {
  const actor = asPatient(app);
  await inTransaction(app, async (tx) => {
    const { records, address } = await loadOwn(actor, tx);
    const ids = records.map(({ id }) => id);
    const said = { ...(reminderChoice !== undefined && { reminderChoice }), ...(language !== undefined && { language }) };
    await tx.patient.updateMany({ where: { id: { in: ids } }, data: said });
    await tx.booking.updateMany({ where: { patientId: { in: ids }, status: { not: "RESCHEDULED" } }, data: { ...said, ...("reminderChoice" in said && { reminderChoice: null }) } });
    const proved = records.filter(({ email }) => email !== null && email === address);
    if (reminderChoice !== undefined && address !== null)
      for (const providerId of new Set(proved.map((record) => record.providerId))) await recordReminderStop(tx, { providerId, address }, { isStopped: reminderChoice === "NONE", source: "owner" }, app.clock.now());
    await audit(tx, app.actor, { action: "patient.choose-messages", subjectKind: "user", subjectId: actor.userId, after: said });
  });
  return getOwnWishes(app);
}

function asPatient({ actor }: AppContext): UserActor {
  authorize(actor, "message.choose-own");
  if (actor.kind !== "user") throw new AppError("NOT_AUTHENTICATED");
  return actor;
}

const isStopped = (db: Pick<Tx, "reminderStop">, { providerId, email }: { providerId: string; email: string | null }, address: string | null) =>
  email !== null && email === address ? isReminderStopped(db, { providerId, address }) : false;

/** Every provider's record of them, guests' with their proven address included, the newest first. */
async function loadOwn({ userId }: UserActor, db: Pick<Tx, "user" | "patient">) {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true, emailVerified: true } });
  const address = user?.emailVerified ? user.email.toLowerCase() : null;
  const records = await db.patient.findMany({
    where: { OR: [{ userId }, ...(address === null ? [] : [{ userId: null, email: address }])] },
    orderBy: { id: "desc" },
    select: { id: true, providerId: true, email: true, phone: true, language: true, reminderChoice: true },
  });
  return { records, address };
}
