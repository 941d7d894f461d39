import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import { actorId, type Actor } from "./actor";
import { Changes, type WriteTo } from "./changes";

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

/** Writes the audit row of a change: in the change's own transaction, or together with everything else it brings about. */
export async function audit(to: WriteTo, actor: Actor, fact: AuditFact): Promise<void> {
  const row = { id: uuidv7(), actorKind: actor.kind, actorId: actorId(actor), ...fact };
  if (to instanceof Changes) to.audit(row);
  else await to.auditEntry.create({ data: row });
}
