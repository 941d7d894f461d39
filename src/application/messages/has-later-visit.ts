import type { Tx } from "@/platform/db";

/** Whether the patient of a booking has come to the same provider after it, or will: the same person by account, e-mail address or number. */
export async function hasLaterVisit(tx: Tx, bookingId: string): Promise<boolean> {
  const { providerId, patientId, startsAt } = await tx.booking.findUniqueOrThrow({ where: { id: bookingId }, select: { providerId: true, patientId: true, startsAt: true } });
  if (patientId === null) return false;
  const { userId, email, phone } = await tx.patient.findUniqueOrThrow({ where: { id: patientId }, select: { userId: true, email: true, phone: true } });
  const same = [{ id: patientId }, ...(userId === null ? [] : [{ userId }]), ...(email === null ? [] : [{ email }]), ...(phone === null ? [] : [{ phone }])];
  const later = await tx.booking.findFirst({
    where: { providerId, startsAt: { gt: startsAt }, status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED"] }, patient: { providerId, OR: same } },
    select: { id: true },
  });
  return later !== null;
}
