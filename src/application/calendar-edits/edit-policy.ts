import type { AppContext } from "@/application/shared/context";
import { DEFAULT_EDIT_POLICY, type EditPolicy } from "@/domain/calendar-sync/settle-edit";
import type { Db, Tx } from "@/platform/db";

export interface KnownEditPolicy extends EditPolicy {
  /** What the provider chose; null takes the installation's setting. */
  readonly undoSeconds: number | null;
}

/** What a provider wants when they change a visit's event in Google. */
export async function loadEditPolicy(db: Db | Tx, providerId: string): Promise<KnownEditPolicy> {
  const row = await db.calendarEditPolicy.findUnique({ where: { providerId }, select: { answer: true, impossible: true, followsLength: true, undoSeconds: true } });
  return row ?? { ...DEFAULT_EDIT_POLICY, undoSeconds: null };
}

/** How long an edit waits. What is never followed is put back at once. */
export const undoMsOf = (app: AppContext, policy: KnownEditPolicy): number => (policy.answer === "KEEP_OURS" ? 0 : (policy.undoSeconds ?? app.config.undoSeconds) * 1_000);
