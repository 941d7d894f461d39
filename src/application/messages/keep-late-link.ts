import { keepManageLink } from "@/application/booking/manage-link";
import type { AppContext } from "@/application/shared/context";
import { DAY_MS } from "@/domain/time/calendar-day";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** A link that is sent after the visit's own has run out works this long. */
export const LATE_LINK_LIFE_MS = 14 * DAY_MS;

/** Sees to it that a message about a booking that goes out now, however late, finds a link to carry. In the caller's transaction. */
export async function keepLateLink(app: AppContext, tx: Tx, { bookingId, bodyCiphertext }: Pick<Message, "bookingId" | "bodyCiphertext">): Promise<void> {
  const booking = bookingId === null || bodyCiphertext !== null ? null : await tx.booking.findUnique({ where: { id: bookingId }, select: { seriesId: true } });
  if (booking !== null) await keepManageLink(app, tx, booking.seriesId, app.clock.now() + LATE_LINK_LIFE_MS);
}
