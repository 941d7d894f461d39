import { appointmentKind, type AppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { byDay } from "@/domain/messages/after-visit";
import { readTemplate } from "@/domain/messages/message-template";
import { readNoticeTemplate } from "@/domain/messages/notice-kinds";
import { reminderByDay } from "@/domain/messages/reminder-time";
import { doNotSend, type SendVerdict } from "@/domain/messages/send-verdict";
import { shouldSendWritten } from "@/domain/messages/should-send-written";
import { shouldStillSend } from "@/domain/messages/should-still-send";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { hasLaterVisit } from "./has-later-visit";
import { loadAppointment, type LoadedAppointment } from "./load-appointment";
import { loadNotice, type LoadedNotice } from "./notices/load-notice";

/** What a message is about, as it is now. */
export type MessageSubject =
  | { readonly kind: "appointment"; readonly template: AppointmentTemplate; readonly appointment: LoadedAppointment }
  | LoadedNotice
  /** Its words were fixed when it was written. */
  | { readonly kind: "written" };

/** Loads what a message is about and decides whether it is still worth sending at `now` (epoch ms). */
export async function loadSubject(tx: Tx, message: Message, now: number): Promise<{ subject: MessageSubject | null; verdict: SendVerdict; /** Epoch ms: not at night. */ notBefore?: number }> {
  if (message.bodyCiphertext !== null) return loadWritten(tx, message, now);
  const notice = readNoticeTemplate(message.template);
  if (notice !== null) return loadNotice(tx, notice, message);
  const named = readTemplate(message.template);
  const appointment = message.bookingId === null ? null : await loadAppointment(tx, message.bookingId);
  if (named === null || appointment === null) return { subject: null, verdict: { ok: false, reason: "There is nothing left to tell." } };
  const isUnwanted = appointmentKind(named.template).canBeEnded && appointment.patient.reminderChoice === "NONE";
  if (isUnwanted) return { subject: null, verdict: doNotSend("The person wants no reminders.") };
  if (named.template === "come-back" && (await hasLaterVisit(tx, appointment.bookingId))) return { subject: null, verdict: doNotSend("They have another visit.") };
  const notBefore = waitFor(named, appointment, now);
  return { subject: { kind: "appointment", template: named.template, appointment }, notBefore, verdict: shouldStillSend(named.template, appointment.facts, now, named.minutesBefore) };
}

/** From when (epoch ms) it may go: nobody is woken by what can wait. */
function waitFor({ template, minutesBefore }: NonNullable<ReturnType<typeof readTemplate>>, { facts: { startsAt, patient } }: LoadedAppointment, now: number): number {
  if (appointmentKind(template).waitsForDay) return byDay(now, patient.timeZone);
  return minutesBefore === null ? now : reminderByDay({ startsAt, timeZone: patient.timeZone }, minutesBefore, now);
}

async function loadWritten(tx: Tx, { template, channel, createdAt, conversationId }: Message, now: number): Promise<{ subject: MessageSubject; verdict: SendVerdict }> {
  const conversation = conversationId === null ? null : await tx.conversation.findUnique({ where: { id: conversationId }, select: { lastInboundAt: true } });
  return { subject: { kind: "written" }, verdict: shouldSendWritten({ template, channel, createdAt: createdAt.getTime(), lastInboundAt: conversation?.lastInboundAt?.getTime() ?? null }, now) };
}
