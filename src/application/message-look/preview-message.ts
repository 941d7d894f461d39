import { renderEmail } from "@/application/messages/email/render-email";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { formatPhone } from "@/application/shared/phone-view";
import { readAppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { basicLetters } from "@/domain/messages/basic-letters";
import { OWN_BRAND } from "@/domain/messages/brand";
import { brandColours, readColour } from "@/domain/messages/brand-colours";
import { emailContent, type EmailContent } from "@/domain/messages/email-content";
import { emailLetter } from "@/domain/messages/email-letter";
import { noticeContent } from "@/domain/messages/notice-content";
import { REPLY_KINDS } from "@/domain/messages/reply-words";
import { oneLine } from "@/domain/messages/safe-text";
import { sampleAppointment, sampleLinks, type SampleClinic } from "@/domain/messages/sample-appointment";
import { SAMPLE_NOTICES } from "@/domain/messages/sample-notices";
import { sampleReply } from "@/domain/messages/sample-reply";
import { signInContent } from "@/domain/messages/sign-in-content";
import { loadLook, type Look } from "./load-look";
import { previewAppointment } from "./preview-appointment";
import { REPLY_PREFIX, SIGN_IN_TEMPLATE, type MessagePreview, type PreviewInput } from "./preview-schemas";
import { findWorded, templateOfWords } from "./worded-template";

const ONLY_EMAIL = { sms: null, whatsapp: null, ics: null };

/** One message as it would be sent on every channel, about an invented appointment. Throws NOT_ALLOWED, NOT_FOUND. */
export async function previewMessage(app: AppContext, input: PreviewInput): Promise<MessagePreview> {
  authorize(app.actor, "message.preview", { organizationId: input.organizationId });
  const look = await lookOf(app, input);
  const clinic = await sampleClinic(app, input.organizationId);
  const { publicOrigin } = app.config;
  const draw = (content: EmailContent, { brand }: Pick<Look, "brand"> = look) => drawn(content, brand, input.theme);

  if (input.template === SIGN_IN_TEMPLATE) return { ...ONLY_EMAIL, email: { fromName: "MedBookings", ...(await draw(signInContent(input.language, `${publicOrigin}/sign-in/link/example`), { brand: OWN_BRAND })) } };
  const notice = SAMPLE_NOTICES.find(({ template }) => template === input.template);
  if (notice !== undefined) {
    const footer = { name: clinic?.name ?? "Lindenhof Clinic", lines: [...(clinic === undefined ? [] : [clinic.phone]), ...look.footerLines] };
    const content = noticeContent(notice, { name: "Dr Amara Okafor", language: input.language, timeZone: "Europe/Berlin" }, { buttonUrl: `${publicOrigin}/provider`, settingsUrl: `${publicOrigin}/provider/profile` }, footer);
    return { ...ONLY_EMAIL, email: { fromName: "MedBookings", ...(await draw(content)) } };
  }
  const reply = REPLY_KINDS.find((kind) => `${REPLY_PREFIX}${kind}` === input.template);
  if (reply !== undefined) {
    const said = sampleReply(reply, input.language, sampleAppointment("reminder", input.language, app.clock.now(), { ...(clinic && { clinic }) }), sampleLinks(publicOrigin));
    return { email: null, sms: basicLetters(said), whatsapp: { body: said, variables: {} }, ics: null };
  }
  const words = findWorded(input.template);
  const template = words === null ? readAppointmentTemplate(input.template) : templateOfWords(words);
  if (template === null) throw new AppError("NOT_FOUND", { message: "There is no message of this name." });
  const { facts, links, own, ...texts } = await previewAppointment(app, template, input, clinic);
  const content = emailContent(template, facts, links, app.clock.now(), { ...own, footerLines: look.footerLines });
  return { ...texts, email: { fromName: content.signature, ...(await draw(content)) } };
}

/** A clinic's look, with what is not saved yet in place of what is. */
async function lookOf(app: AppContext, { organizationId, brand: draft }: PreviewInput): Promise<Look> {
  const look = await loadLook(app, organizationId ?? null);
  if (draft === undefined) return look;
  const colour = readColour(draft.colour);
  const colours = draft.colour === "" ? null : colour === null ? look.brand.colours : brandColours(colour);
  return { ...look, brand: { ...look.brand, colours }, footerLines: draft.footerLines.map((line) => oneLine(line)).filter((line) => line !== "") };
}

/** A mail program follows its reader's theme and opens links; a preview shows the theme that was asked for and stays where it is. */
async function drawn(content: EmailContent, brand: Look["brand"], theme: PreviewInput["theme"]) {
  const html = await renderEmail(content, brand);
  const shown = html.replaceAll("(prefers-color-scheme: dark)", theme === "dark" ? "all" : "not all").replace("<head>", '<head><base target="_blank"/>');
  return { subject: content.subject, preheader: content.preheader, text: emailLetter(content), html: shown };
}

async function sampleClinic(app: AppContext, organizationId: string | undefined): Promise<SampleClinic | undefined> {
  if (organizationId === undefined) return undefined;
  const row = await app.db.organization.findUnique({ where: { id: organizationId }, select: { name: true, email: true, phone: true, locations: { select: { addressLine: true, postalCode: true, city: true }, orderBy: { id: "asc" }, take: 1 } } });
  if (row === null) throw new AppError("NOT_FOUND", { message: "We could not find this clinic." });
  return { name: oneLine(row.name, 80), email: row.email, phone: formatPhone(row.phone), addressLines: row.locations.flatMap(({ addressLine, postalCode, city }) => [oneLine(addressLine), oneLine(`${postalCode} ${city}`)]) };
}
