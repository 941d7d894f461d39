import { Prisma } from "@/generated/prisma/client";
import { actorId } from "@/application/shared/actor";
import { can, type Subject } from "@/application/shared/authorize";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { HOLD_MINUTES } from "@/domain/booking/decide-booking";

/** Times one signed-in person may keep at once with one provider, and one of the clinic's own people. */
const MOST_OF_A_PERSON = 5;
const MOST_OF_STAFF = 50;

/**
 * Demands that the actor keeps few enough times of a provider, and returns who they are in a hold's row. What was promised
 * is never taken away for it: neighbours behind one network address must not end each other's holds. Exact under the
 * provider's lock.
 */
export function limitHolds({ actor, config }: AppContext, changes: Changes, provider: Subject & { providerId: string }, now: number): string {
  const holder = `${actor.kind}:${actorId(actor)}`;
  const most = can(actor, "booking.override", provider) || actor.kind === "system" ? MOST_OF_STAFF : actor.kind === "guest" ? config.guestLimits.holds : MOST_OF_A_PERSON;
  changes.demand(
    Prisma.sql`(SELECT count(*) FROM booking WHERE provider_id = ${provider.providerId}::uuid AND held_by = ${holder} AND status = 'HELD' AND hold_expires_at > ${new Date(now).toISOString()}::timestamptz) < ${most}::int`,
    () => new AppError("TOO_MANY_HOLDS", { retryAfterSeconds: HOLD_MINUTES * 60 }),
  );
  return holder;
}
