import { AppError } from "@/application/shared/errors";
import { contactCard } from "@/domain/messages/contact-card";
import type { Db, Tx } from "@/platform/db";

/** The contact card of a booking's patient: name, number and address, nothing about the visit. Throws NOT_FOUND when there is none. */
export async function patientCard(db: Db | Tx, bookingId: string | null): Promise<string> {
  const booking = bookingId === null ? null : await db.booking.findUnique({ where: { id: bookingId }, select: { patient: { select: { id: true, name: true, phone: true, email: true } } } });
  if (!booking?.patient) throw new AppError("NOT_FOUND");
  return contactCard({ kind: "individual", ...booking.patient });
}
