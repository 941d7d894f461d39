import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { actorId, type Actor } from "./actor";

export interface AuditFact {
  /** `noun.verb`, for instance `booking.cancel`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly providerId?: string | null;
  /** Changed values only; never names, addresses, numbers or reasons for a visit. */
  readonly before?: Prisma.InputJsonObject;
  readonly after?: Prisma.InputJsonObject;
}

/** Writes the audit row of a change, in the change's own transaction. */
export async function audit(tx: Tx, actor: Actor, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({ data: { id: uuidv7(), actorKind: actor.kind, actorId: actorId(actor), ...fact } });
}
