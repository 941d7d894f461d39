import { renderEmail } from "@/application/messages/email/render-email";
import { inviteOf, pathOf } from "@/application/messages/compose-message";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { formatPhone } from "@/application/shared/phone-view";
import { APPOINTMENT_TEMPLATES, appointmentKind, readAppointmentTemplate, type AppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { worded } from "@/domain/messages/appointment-words";
import { emailContent, type EmailContent } from "@/domain/messages/email-content";
import { emailLetter } from "@/domain/messages/email-letter";
import { noticeContent } from "@/domain/messages/notice-content";
import { NOTICE_TEMPLATES, noticeTitle } from "@/domain/messages/notice-kinds";
import { oneLine } from "@/domain/messages/safe-text";
import { sampleAppointment, sampleLinks } from "@/domain/messages/sample-appointment";
import { SAMPLE_NOTICES } from "@/domain/messages/sample-notices";
import { smsSegments } from "@/domain/messages/sms-segments";
import { smsText, textParts, textSentence } from "@/domain/messages/sms-text";
import { whatsappContent } from "@/domain/messages/whatsapp-variables";
import type { Wording } from "@/domain/messages/wording";
import { loadLook, loadWording, type Look } from "./load-look";
import type { MessagePreview, PreviewChoices, PreviewInput } from "./preview-schemas";
import { WORDED_BY_CLINIC } from "@/domain/messages/wording";
import { stateOf, templateOfWords, wordedTitle } from "./worded-template";

/** Every message there is and the clinics whose variants the viewer may see. Throws NOT_ALLOWED. */
export async function previewChoices(app: AppContext): Promise<PreviewChoices> {
  authorize(app.actor, "message.preview");
  const clinics = await app.db.organization.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  const ofPatients = WORDED_BY_CLINIC.map((template) => ({ template, title: wordedTitle(template), group: "patient" as const }));
  const ofProviders = APPOINTMENT_TEMPLATES.filter((template) => appointmentKind(template).recipient === "PROVIDER").map((template) => ({ template, title: appointmentKind(template).title, group: "provider" as const }));
  return { templates: [...ofPatients, ...ofProviders, ...NOTICE_TEMPLATES.map((template) => ({ template, title: noticeTitle(template), group: "notice" as const }))], clinics };
}

/** One message as it would be sent on every channel, about an invented appointment. Throws NOT_ALLOWED, NOT_FOUND. */
export async function previewMessage(app: AppContext, input: PreviewInput): Promise<MessagePreview> {
  authorize(app.actor, "message.preview", { organizationId: input.organizationId });
  const look = await loadLook(app, input.organizationId ?? null);
  const clinic = await sampleClinic(app, input.organizationId);
  const notice = SAMPLE_NOTICES.find(({ template }) => template === input.template);
  if (notice !== undefined) {
    const footer = { name: clinic?.name ?? "Lindenhof Clinic", lines: [...(clinic === undefined ? [] : [clinic.phone]), ...look.footerLines] };
    const content = noticeContent(notice, { name: "Dr Amara Okafor", language: input.language, timeZone: "Europe/Berlin" }, { buttonUrl: `${app.config.publicOrigin}/provider`, settingsUrl: `${app.config.publicOrigin}/provider/profile` }, footer);
    return { ...(await drawn(content, look, input)), fromName: "MedBookings", sms: null, whatsapp: null, ics: null };
  }
  const words = WORDED_BY_CLINIC.find((name) => name === input.template);
  const template = words === undefined ? readAppointmentTemplate(input.template) : templateOfWords(words);
  if (template === null) throw new AppError("NOT_FOUND", { message: "There is no message of this name." });
  return previewAppointment(app, template, input, look, clinic);
}

async function previewAppointment(app: AppContext, template: AppointmentTemplate, input: PreviewInput, look: Look, clinic: SampleClinic | undefined): Promise<MessagePreview> {
  const now = app.clock.now();
  const facts = sampleAppointment(template, input.language, now, { mode: input.mode, ...stateOf(input.template), ...(clinic && { clinic }) });
  const links = sampleLinks(app.config.publicOrigin);
  const isPatient = appointmentKind(template).recipient === "PATIENT";
  const saved = isPatient ? await loadWording(app, input.organizationId ?? null, worded(template, facts), input.language) : undefined;
  const wording = isPatient && input.draft ? draftOf(input.draft) : saved;
  const own = wording === undefined ? {} : { wording };
  const parts = textParts(template, facts, links);
  const sms = smsText(template, facts, links, wording);
  const content = whatsappContent({ sids: { [template]: "-" }, variables: app.config.whatsappTemplates.variables }, [template], input.language, { ...parts, path: pathOf(parts.link), card: "", reference: "AB12-CD34" });
  return {
    ...(await drawn(emailContent(template, facts, links, now, { ...own, footerLines: look.footerLines }), look, input)),
    fromName: isPatient ? facts.clinic.name : "MedBookings",
    sms: { body: sms, segments: smsSegments(sms) },
    whatsapp: { body: textSentence(template, facts, parts), variables: content?.variables ?? {} },
    ics: inviteOf(template, facts, links, now)?.ics ?? null,
  };
}

const draftOf = ({ greeting, intro, closing, sms }: NonNullable<PreviewInput["draft"]>): Wording => ({ greeting: greeting.trim() || null, intro: intro.trim() || null, closing: closing.trim() || null, sms: sms.trim() || null });

/** A mail program follows its reader's theme; a preview shows the one that was asked for. */
async function drawn(content: EmailContent, { brand }: Look, { theme }: PreviewInput) {
  const html = await renderEmail(content, brand);
  return { subject: content.subject, preheader: content.preheader, text: emailLetter(content), html: html.replaceAll("(prefers-color-scheme: dark)", theme === "dark" ? "all" : "not all") };
}

type SampleClinic = NonNullable<NonNullable<Parameters<typeof sampleAppointment>[3]>["clinic"]>;

async function sampleClinic(app: AppContext, organizationId: string | undefined): Promise<SampleClinic | undefined> {
  if (organizationId === undefined) return undefined;
  const row = await app.db.organization.findUnique({ where: { id: organizationId }, select: { name: true, email: true, phone: true, locations: { select: { addressLine: true, postalCode: true, city: true }, orderBy: { id: "asc" }, take: 1 } } });
  if (row === null) throw new AppError("NOT_FOUND", { message: "We could not find this clinic." });
  return { name: oneLine(row.name, 80), email: row.email, phone: formatPhone(row.phone), addressLines: row.locations.flatMap(({ addressLine, postalCode, city }) => [oneLine(addressLine), oneLine(`${postalCode} ${city}`)]) };
}
