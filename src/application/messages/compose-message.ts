import { manageUrlOf } from "@/application/booking/manage-link";
import { patientCard } from "@/application/contact-cards/patient-card";
import { shortManageUrlOf } from "@/application/booking/short-link";
import { loadLook, loadWording } from "@/application/message-look/load-look";
import type { AppContext } from "@/application/shared/context";
import type { OutgoingEmail, OutgoingText } from "@/application/shared/ports";
import { staffPageOf } from "@/domain/calendar-sync/event-draft";
import type { AppointmentFacts, MessageLinks } from "@/domain/messages/appointment-facts";
import { worded } from "@/domain/messages/appointment-words";
import type { Brand } from "@/domain/messages/brand";
import { dynamicTemplate } from "@/domain/messages/dynamic-template";
import type { NoticeTemplate } from "@/domain/messages/notice-kinds";
import { NO_WORDING } from "@/domain/messages/wording";
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
import { unsubscribeUrlFor } from "./end-reminders";
import type { LoadedAppointment } from "./load-appointment";
import type { MessageSubject } from "./message-subject";
import { textPlace } from "./write-text";

type Addressed = Pick<Message, "id" | "address" | "recipient" | "template"> & Partial<Pick<Message, "bodyCiphertext" | "sender">>;

/** Writes the e-mail of a message as it is to be sent now. */
export async function composeEmail(app: AppContext, message: Addressed, subject: MessageSubject): Promise<OutgoingEmail> {
  if (subject.kind === "written") throw new Error("a text of fixed words goes by SMS or WhatsApp only");
  if (subject.kind === "notice") {
    const { notice, reader, path, clinic, organizationId } = subject;
    const { brand, footerLines } = await loadLook(app, organizationId);
    const links = { buttonUrl: `${app.config.publicOrigin}${path}`, settingsUrl: `${app.config.publicOrigin}/provider/profile#notices` };
    const content = noticeContent(notice, reader, links, { ...clinic, lines: [...clinic.lines, ...footerLines] });
    return toEmail(app, message, notice.template, content, brand, { toName: reader.name, fromName: null, replyTo: null, unsubscribeUrl: null, contactCard: null, calendarInvite: null });
  }
  const { appointment, template } = subject;
  const { facts, organizationId } = appointment;
  const isPatient = message.recipient === "PATIENT";
  const own = await linksOf(app, appointment);
  const endUrl = isPatient && appointmentKind(template).canBeEnded ? await unsubscribeUrlFor(app, own.manageUrl, facts.seriesId, message.address) : null;
  const links = { ...own, endUrl };
  const { brand, footerLines, replyTo } = await loadLook(app, organizationId);
  const wording = isPatient ? await loadWording(app, organizationId, worded(template, facts), facts.languages.patient) : NO_WORDING;
  return toEmail(app, message, template, emailContent(template, facts, links, app.clock.now(), { wording, footerLines }), brand, {
    toName: isPatient ? facts.patient.name : facts.provider.name,
    fromName: isPatient ? facts.clinic.name : null,
    // An answer to somebody's own address is for them, unless the clinic said where answers go.
    replyTo: isPatient ? (replyTo ?? (message.sender === "GMAIL" ? null : facts.clinic.email)) : null,
    unsubscribeUrl: endUrl,
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
  if (channel === "SMS") {
    const { facts, organizationId } = appointment;
    const isPatient = message.recipient === "PATIENT";
    const wording = isPatient ? await loadWording(app, organizationId, worded(template, facts), facts.languages.patient) : NO_WORDING;
    const shortUrl = isPatient ? await shortManageUrlOf(app, facts.seriesId) : links.shortUrl;
    return { ...base, body: smsText(template, facts, { ...links, shortUrl }, wording) };
  }
  const parts = textParts(template, appointment.facts, links);
  const facts = { ...parts, path: pathOf(parts.link), card: cardUrl === null ? "" : pathOf(cardUrl), reference: appointment.reference };
  const content = whatsappContent(app.config.whatsappTemplates, [message.template, template], readerLanguage(appointment.facts, message.recipient), facts);
  return { ...base, body: textSentence(template, appointment.facts, parts), content };
}

/** What follows our own address: approved templates fix the rest. */
export const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+\//, "");

async function linksOf(app: AppContext, appointment: LoadedAppointment): Promise<MessageLinks> {
  const { publicOrigin } = app.config;
  const manageUrl = await manageUrlOf(app, appointment.facts.seriesId);
  return {
    manageUrl,
    shortUrl: manageUrl,
    bookUrl: `${publicOrigin}/p/${appointment.providerSlug}`,
    staffUrl: staffPageOf(publicOrigin, appointment.reference),
  };
}

async function toEmail(app: AppContext, message: Addressed, template: AppointmentTemplate | NoticeTemplate, content: EmailContent, brand: Brand, rest: Pick<OutgoingEmail, "toName" | "fromName" | "replyTo" | "unsubscribeUrl" | "contactCard" | "calendarInvite">): Promise<OutgoingEmail> {
  const subject = oneLine(content.subject, 200);
  return { messageId: message.id, to: message.address, subject, html: await renderEmail(content, brand), text: emailLetter(content), dynamicTemplate: dynamicTemplate(app.config.emailTemplateIds, template, { ...content, subject }, brand), ...rest };
}

/** The calendar entry that goes with an e-mail: made or replaced, taken away, or none. A request has none unless the visit stood before. */
export function inviteOf(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks, now: number): OutgoingEmail["calendarInvite"] {
  const { invite: method } = appointmentKind(template);
  const hasNone = facts.status === "PENDING" || ((facts.status === "DECLINED" || facts.status === "EXPIRED") && !facts.hasStood);
  return method === undefined || hasNone ? null : { method, ics: appointmentInvite(facts, method, links.manageUrl, now) };
}
