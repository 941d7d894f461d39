import { sameText } from "@/application/shared/same-text";
import type { Tx } from "@/platform/db";

/** Whom a proven e-mail address signs in. Who runs a schedule, a clinic or the platform needs more than a mailbox. */
export type SignInSubject = { readonly kind: "user"; readonly id: string } | { readonly kind: "staff" } | { readonly kind: "guest-patient" } | { readonly kind: "nobody" };

/** Whose address this is: a user's, that of patients who booked as guests, or nobody's. `email` in lower case. */
export async function findPatientUser(tx: Tx, email: string): Promise<SignInSubject> {
  const user = await tx.user.findFirst({
    where: { email: sameText(email) },
    select: { id: true, isAdministrator: true, provider: { select: { id: true } }, _count: { select: { memberships: true } } },
  });
  if (user !== null) return user.isAdministrator || user.provider !== null || user._count.memberships > 0 ? { kind: "staff" } : { kind: "user", id: user.id };
  const patient = await tx.patient.findFirst({ where: { email }, select: { id: true } });
  return { kind: patient === null ? "nobody" : "guest-patient" };
}
