import type { Tx } from "@/platform/db";

/**
 * The one account whose owner proved this number (E.164) to be theirs; null when there is none, when several share it, and for staff,
 * who need more than a telephone.
 */
export async function findPhoneUser(tx: Tx, phone: string): Promise<string | null> {
  const users = await tx.user.findMany({
    where: { phone, phoneVerifiedAt: { not: null } },
    take: 2,
    select: { id: true, isAdministrator: true, provider: { select: { id: true } }, _count: { select: { memberships: true } } },
  });
  const [user] = users;
  if (user === undefined || users.length > 1) return null;
  return user.isAdministrator || user.provider !== null || user._count.memberships > 0 ? null : user.id;
}
