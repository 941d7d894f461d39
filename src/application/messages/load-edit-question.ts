import type { EditQuestionFacts } from "@/domain/messages/edit-question-content";
import { oneLine, personName } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";

export interface EditQuestion {
  readonly kind: "edit-question";
  readonly reference: string;
  readonly facts: Omit<EditQuestionFacts, "staffUrl">;
}

/** What a provider is asked about a booking whose event they changed in Google; null when nothing is asked any more. */
export async function loadEditQuestion(tx: Tx, bookingId: string): Promise<EditQuestion | null> {
  const edit = await tx.calendarEdit.findFirst({ where: { bookingId, state: "ASKED" }, select: { fromStartsAt: true, toStartsAt: true, refusal: true } });
  if (edit === null) return null;
  const booking = await tx.booking.findUniqueOrThrow({ where: { id: bookingId }, select: { reference: true, patientId: true, providerId: true } });
  const patient = booking.patientId === null ? null : await tx.patient.findUnique({ where: { id: booking.patientId }, select: { name: true } });
  const { name, timeZone, organization } = await tx.provider.findUniqueOrThrow({ where: { id: booking.providerId }, select: { name: true, timeZone: true, organization: { select: { name: true, phone: true } } } });
  return {
    kind: "edit-question",
    reference: booking.reference,
    facts: {
      providerName: oneLine(name, 80),
      patientName: personName(patient?.name ?? "the patient"),
      timeZone,
      startsAt: edit.fromStartsAt.getTime(),
      wantedAt: edit.toStartsAt?.getTime() ?? null,
      isInTheWay: edit.refusal !== null,
      clinic: { name: oneLine(organization?.name ?? name, 80), lines: organization === null ? [] : [oneLine(organization.phone)] },
    },
  };
}
