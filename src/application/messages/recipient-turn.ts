import type { AppContext } from "@/application/shared/context";
import { readTemplate } from "@/domain/messages/message-template";
import { isHeldBack, nextTurn } from "@/domain/messages/recipient-limit";
import { PHONE_CODE } from "@/domain/phones/phone-texts";
import { DAY_MS } from "@/domain/time/calendar-day";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** Why a message waits, for the delivery log. */
export const MANY_TO_ONE = "This address has had as many messages as it may get for now. It is sent as soon as there is room, while it is of use.";

/**
 * When a message to a patient may go, counted over all clinics; null for now. Exact: whoever asks for one address waits for the others.
 * Answers, what a person of the clinic writes, and news that a visit does not take place go at once.
 */
export async function recipientTurn(app: AppContext, tx: Tx, message: Message): Promise<number | null> {
  const { id, bookingId, channel, address, recipient, template, bodyCiphertext } = message;
  const named = readTemplate(template);
  // Codes for accounts have limits of their own, and take nothing from what is told about visits.
  const isCounted = (template === PHONE_CODE && bookingId !== null) || (bodyCiphertext === null && named !== null && isHeldBack(named.template));
  if (recipient !== "PATIENT" || !isCounted) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${channel}:${address}`}::text, 2))`;
  const now = app.clock.now();
  const left = await tx.message.findMany({
    where: { id: { not: id }, channel, address, recipient, bookingId: { not: null }, bodyCiphertext: null, state: { in: ["SENDING", "SENT", "DELIVERED", "READ"] }, attemptedAt: { gt: new Date(now - DAY_MS) } },
    orderBy: { attemptedAt: "desc" },
    take: app.config.recipientLimits.perDay,
    select: { attemptedAt: true },
  });
  return nextTurn(left.flatMap(({ attemptedAt }) => attemptedAt?.getTime() ?? []), app.config.recipientLimits, now);
}
