import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";

/** Has the vendor forget that an address refused mail, when the clinic still wants to write there. Repeatable. */
export async function allowMail(app: AppContext, { refusalId }: JobPayloads["messages.allow-mail"]): Promise<void> {
  authorize(app.actor, "message.send");
  const refusal = await app.db.mailRefusal.findUnique({ where: { id: refusalId }, select: { address: true, liftedAt: true } });
  if (refusal === null || refusal.liftedAt === null) return;
  await app.ports.email?.allowAgain(refusal.address);
}
