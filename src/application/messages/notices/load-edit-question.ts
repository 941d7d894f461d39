import { staffPageOf } from "@/domain/calendar-sync/event-draft";
import { personName } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";
import { noticeReader } from "./notice-reader";

/** What a provider is asked about a booking whose event they changed in Google. */
export async function loadEditQuestion(tx: Tx, { bookingId }: { bookingId: string | null }) {
  const edit = bookingId === null ? null : await tx.calendarEdit.findFirst({ where: { bookingId, state: "ASKED" }, select: { bookingId: true, fromStartsAt: true, toStartsAt: true, refusal: true } });
  if (edit === null) return "The question was answered meanwhile.";
  const booking = await tx.booking.findUniqueOrThrow({ where: { id: edit.bookingId }, select: { reference: true, patientId: true, providerId: true } });
  const patient = booking.patientId === null ? null : await tx.patient.findUnique({ where: { id: booking.patientId }, select: { name: true } });
  const facts = { patientName: personName(patient?.name ?? "–"), startsAt: edit.fromStartsAt.getTime(), wantedAt: edit.toStartsAt?.getTime() ?? null, isInTheWay: edit.refusal !== null };
  return { notice: { template: "calendar-edit-question" as const, facts }, path: staffPageOf("", booking.reference), ...(await noticeReader(tx, booking.providerId)) };
}
