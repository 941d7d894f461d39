import type { AppContext } from "@/application/shared/context";
import { appointmentKind } from "@/domain/messages/appointment-kinds";
import { decideFallback, type Barrier } from "@/domain/messages/decide-fallback";
import { carriesCard, readTemplate } from "@/domain/messages/message-template";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { loadAppointment } from "./load-appointment";
import { planRows } from "./plan-rows";

/**
 * Plans what could not reach somebody once more over the next channel that may, in the caller's transaction. Its key is the one that
 * channel's own message has, so that nobody who was told there already is told again. What a person wrote or sent again stays where they
 * sent it. A channel that is switched off is found out, and passed on from, when the message is taken for sending.
 */
export async function planFallback(app: Pick<AppContext, "clock">, tx: Tx, message: Message, barrier: Barrier): Promise<void> {
  const { bookingId, bodyCiphertext, channel, recipient, template, dedupeKey, usefulUntil } = message;
  const isPlanned = dedupeKey.endsWith(`:${channel}`);
  if (bookingId === null || bodyCiphertext !== null || !isPlanned) return;
  const appointment = await loadAppointment(tx, bookingId);
  if (appointment === null) return;
  const { email, phone } = recipient === "PATIENT" ? appointment.patient : appointment.provider;
  const kind = readTemplate(template)?.template;
  const isReminder = kind !== undefined && appointmentKind(kind).canBeEnded === true;
  const next = decideFallback({ channel, barrier, isReminder, carriesCard: carriesCard(template) }, { EMAIL: email, SMS: phone, WHATSAPP: phone });
  if (next === null) return;
  const planned = { ...next, recipient, template, dedupeKey: dedupeKey.slice(0, -channel.length) + next.channel, insteadOfId: message.id };
  await planRows(tx, appointment, [planned], app.clock.now(), usefulUntil === null ? {} : { usefulUntil: usefulUntil.getTime() });
}
