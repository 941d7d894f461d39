import { formatPhone } from "@/application/shared/phone-view";
import type { ImportReport } from "@/domain/messages/import-report-content";
import type { EmailContent } from "@/domain/messages/email-content";
import { EDIT_QUESTION_TEMPLATE, IMPORT_TEMPLATE, readTemplate, type AppointmentTemplate } from "@/domain/messages/message-template";
import { oneLine } from "@/domain/messages/safe-text";
import { doNotSend, type SendVerdict } from "@/domain/messages/send-verdict";
import { shouldSendWritten } from "@/domain/messages/should-send-written";
import { shouldStillSend } from "@/domain/messages/should-still-send";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { loadAppointment, type LoadedAppointment } from "./load-appointment";
import { loadImportReport } from "./load-import-report";
import { loadEditQuestion, type EditQuestion } from "./load-edit-question";

/** What a message is about, as it is now. */
export type MessageSubject =
  | { readonly kind: "appointment"; readonly template: AppointmentTemplate; readonly appointment: LoadedAppointment }
  | EditQuestion
  | { readonly kind: "import-report"; readonly report: ImportReport }
  /** Its words were fixed when it was written. */
  | { readonly kind: "written" }
  | { readonly kind: "reconnect"; readonly providerName: string; readonly accountEmail: string; readonly clinic: EmailContent["footer"] };

/** Loads what a message is about and decides whether it is still worth sending at `now` (epoch ms). */
export async function loadSubject(tx: Tx, message: Message, now: number): Promise<{ subject: MessageSubject | null; verdict: SendVerdict }> {
  if (message.bodyCiphertext !== null) return loadWritten(tx, message, now);
  if (message.template === IMPORT_TEMPLATE) {
    const report = await loadImportReport(tx, message.providerId);
    return { subject: report && { kind: "import-report", report }, verdict: report === null ? { ok: false, reason: "The import is gone." } : { ok: true } };
  }
  if (message.bookingId === null) return loadReconnect(tx, message.providerId);
  if (message.template === EDIT_QUESTION_TEMPLATE) {
    const question = await loadEditQuestion(tx, message.bookingId);
    return { subject: question, verdict: question === null ? { ok: false, reason: "The question was answered meanwhile." } : { ok: true } };
  }
  const named = readTemplate(message.template);
  const appointment = await loadAppointment(tx, message.bookingId);
  if (named === null || appointment === null) return { subject: null, verdict: { ok: false, reason: "There is nothing left to tell." } };
  const isUnwanted = named.template === "reminder" && appointment.patient.reminderChoice === "NONE";
  if (isUnwanted) return { subject: null, verdict: doNotSend("The person wants no reminders.") };
  return { subject: { kind: "appointment", template: named.template, appointment }, verdict: shouldStillSend(named.template, appointment.facts, now, named.minutesBefore) };
}

const CLINIC = { name: true, phone: true } as const;

async function loadWritten(tx: Tx, { template, channel, createdAt, conversationId }: Message, now: number): Promise<{ subject: MessageSubject; verdict: SendVerdict }> {
  const conversation = conversationId === null ? null : await tx.conversation.findUnique({ where: { id: conversationId }, select: { lastInboundAt: true } });
  return { subject: { kind: "written" }, verdict: shouldSendWritten({ template, channel, createdAt: createdAt.getTime(), lastInboundAt: conversation?.lastInboundAt?.getTime() ?? null }, now) };
}

async function loadReconnect(tx: Tx, providerId: string): Promise<{ subject: MessageSubject | null; verdict: SendVerdict }> {
  const connection = await tx.calendarConnection.findFirst({
    where: { status: "RECONNECT_NEEDED", OR: [{ providerId }, { organization: { providers: { some: { id: providerId } } } }] },
    orderBy: { lastErrorAt: "desc" },
    select: { accountEmail: true, organization: { select: CLINIC }, provider: { select: { name: true, organization: { select: CLINIC } } } },
  });
  if (connection === null) return { subject: null, verdict: { ok: false, reason: "The calendar is connected again." } };
  const organization = connection.organization ?? connection.provider?.organization ?? null;
  const name = connection.provider?.name ?? organization?.name ?? "";
  const clinic = { name: oneLine(organization?.name ?? name, 80), lines: organization === null ? [] : [oneLine(formatPhone(organization.phone))] };
  return { subject: { kind: "reconnect", providerName: oneLine(name, 80), accountEmail: oneLine(connection.accountEmail), clinic }, verdict: { ok: true } };
}
