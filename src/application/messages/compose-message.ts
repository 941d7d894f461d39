import { manageUrlOf } from "@/application/booking/manage-link";
import { patientCard } from "@/application/contact-cards/patient-card";
import type { AppContext } from "@/application/shared/context";
import type { OutgoingEmail, OutgoingText } from "@/application/shared/ports";
import { staffPageOf } from "@/domain/calendar-sync/event-draft";
import type { AppointmentFacts, MessageLinks } from "@/domain/messages/appointment-facts";
import { appointmentKind, type AppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { readerLanguage } from "@/domain/messages/appointment-time";
import { emailContent, type EmailContent } from "@/domain/messages/email-content";
import { emailLetter } from "@/domain/messages/email-letter";
import { appointmentInvite } from "@/domain/messages/invite";
import { noticeContent } from "@/domain/messages/notice-content";
import { oneLine } from "@/domain/messages/safe-text";
import { smsText, textParts, textSentence } from "@/domain/messages/sms-text";
import { whatsappContent } from "@/domain/messages/whatsapp-variables";
import type { Message } from "@/generated/prisma/client";
import { renderEmail } from "./email/render-email";
import type { LoadedAppointment } from "./load-appointment";
import type { MessageSubject } from "./message-subject";
import { textPlace } from "./write-text";

type Addressed = Pick<Message, "id" | "address" | "recipient" | "template"> & Partial<Pick<Message, "bodyCiphertext">>;

/** Writes the e-mail of a message as it is to be sent now. */
export async function composeEmail(app: AppContext, message: Addressed, subject: MessageSubject): Promise<OutgoingEmail> {
  if (subject.kind === "written") throw new Error("a text of fixed words goes by SMS or WhatsApp only");
  if (subject.kind === "notice") {
    const { notice, reader, path, clinic } = subject;
    const links = { buttonUrl: `${app.config.publicOrigin}${path}`, settingsUrl: `${app.config.publicOrigin}/provider/profile#notices` };
    return toEmail(message, noticeContent(notice, reader, links, clinic), { toName: reader.name, fromName: null, replyTo: null, unsubscribeUrl: null, contactCard: null, calendarInvite: null });
  }
  const { appointment, template } = subject;
  const { facts } = appointment;
  const links = await linksOf(app, appointment);
  const isPatient = message.recipient === "PATIENT";
  return toEmail(message, emailContent(template, facts, links, app.clock.now()), {
    toName: isPatient ? facts.patient.name : facts.provider.name,
    fromName: isPatient ? facts.clinic.name : null,
    replyTo: isPatient ? facts.clinic.email : null,
    unsubscribeUrl: isPatient && appointmentKind(template).canBeEnded ? `${links.manageUrl}/unsubscribe` : null,
    contactCard: appointmentKind(template).carriesCard ? await patientCard(app.db, appointment.bookingId) : null,
    calendarInvite: inviteOf(template, facts, links, app.clock.now()),
  });
}

/** Writes the SMS or WhatsApp message of a message as it is to be sent now; `cardUrl` is where the card that goes along is fetched. */
export async function composeText(app: AppContext, message: Addressed, channel: "SMS" | "WHATSAPP", subject: MessageSubject, cardUrl: string | null = null): Promise<OutgoingText> {
  const base = { messageId: message.id, channel, to: message.address, content: null, mediaUrl: cardUrl };
  if (subject.kind === "written") return { ...base, body: await app.cipher.decrypt(message.bodyCiphertext ?? "", textPlace(message.id)) };
  if (subject.kind !== "appointment") throw new Error("this message goes by e-mail only");
  const { appointment, template } = subject;
  const links = await linksOf(app, appointment);
  if (channel === "SMS") return { ...base, body: smsText(template, appointment.facts, links) };
  const parts = textParts(template, appointment.facts, links);
  const facts = { ...parts, path: pathOf(parts.link), card: cardUrl === null ? "" : pathOf(cardUrl), reference: appointment.reference };
  const content = whatsappContent(app.config.whatsappTemplates, [message.template, template], readerLanguage(appointment.facts, message.recipient), facts);
  return { ...base, body: textSentence(template, appointment.facts, parts), content };
}

/** What follows our own address: approved templates fix the rest. */
const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+\//, "");

async function linksOf(app: AppContext, appointment: LoadedAppointment): Promise<MessageLinks> {
  const { publicOrigin } = app.config;
  return {
    manageUrl: await manageUrlOf(app, appointment.facts.seriesId),
    bookUrl: `${publicOrigin}/p/${appointment.providerSlug}`,
    staffUrl: staffPageOf(publicOrigin, appointment.reference),
  };
}

async function toEmail(message: Addressed, content: EmailContent, rest: Pick<OutgoingEmail, "toName" | "fromName" | "replyTo" | "unsubscribeUrl" | "contactCard" | "calendarInvite">): Promise<OutgoingEmail> {
  return { messageId: message.id, to: message.address, subject: oneLine(content.subject, 200), html: await renderEmail(content), text: emailLetter(content), ...rest };
}

/** The calendar entry that goes with an e-mail: made or replaced, taken away, or none. A request has none until it is confirmed. */
function inviteOf(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks, now: number): OutgoingEmail["calendarInvite"] {
  const { invite: method } = appointmentKind(template);
  return method === undefined || facts.status === "PENDING" ? null : { method, ics: appointmentInvite(facts, method, links.manageUrl, now) };
}
