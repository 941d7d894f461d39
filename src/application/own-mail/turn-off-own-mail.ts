import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";

/** E-mails of a provider go through SendGrid again. The calendar stays connected; Google takes no single leave back, so it is only used no more. */
export async function turnOffOwnMail(app: AppContext, providerId: string | null): Promise<void> {
  authorize(app.actor, "calendar.connect", { providerId });
  if (providerId === null) throw new AppError("NOT_FOUND");
  await inTransaction(app, async (tx) => {
    const own = await tx.ownMail.findUnique({ where: { providerId } });
    if (own === null) return;
    await tx.ownMail.delete({ where: { providerId } });
    await audit(tx, app.actor, { action: "own-mail.turn-off", subjectKind: "calendar-connection", subjectId: own.connectionId, providerId });
  });
}
