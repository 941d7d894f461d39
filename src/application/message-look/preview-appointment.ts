import { inviteOf, pathOf } from "@/application/messages/compose-message";
import type { AppContext } from "@/application/shared/context";
import type { AppointmentFacts, MessageLinks } from "@/domain/messages/appointment-facts";
import { appointmentKind, type AppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { worded } from "@/domain/messages/appointment-words";
import { sampleAppointment, sampleLinks, type SampleClinic } from "@/domain/messages/sample-appointment";
import { smsText, textParts, textSentence } from "@/domain/messages/sms-text";
import { whatsappContent } from "@/domain/messages/whatsapp-variables";
import { NO_WORDING, type Wording } from "@/domain/messages/wording";
import { loadWording } from "./load-look";
import type { MessagePreview, PreviewInput } from "./preview-schemas";
import { stateOf } from "./worded-template";

interface AppointmentPreview extends Omit<MessagePreview, "email"> {
  readonly facts: AppointmentFacts;
  readonly links: MessageLinks;
  /** The clinic's own sentences, which only patients read. */
  readonly own: { readonly wording: Wording };
}

/** The texts and the calendar entry of a message about an invented appointment, and what its e-mail is written from. */
export async function previewAppointment(app: AppContext, template: AppointmentTemplate, input: PreviewInput, clinic: SampleClinic | undefined): Promise<AppointmentPreview> {
  const now = app.clock.now();
  const facts = sampleAppointment(template, input.language, now, { mode: input.mode, ...stateOf(input.template), ...(clinic && { clinic }) });
  const links = sampleLinks(app.config.publicOrigin);
  const wording = appointmentKind(template).recipient === "PATIENT" ? await wordingOf(app, input, template, facts) : NO_WORDING;
  const parts = textParts(template, facts, links);
  const content = whatsappContent({ sids: { [template]: "-" }, variables: app.config.whatsappTemplates.variables }, [template], input.language, { ...parts, path: pathOf(parts.link), card: "", reference: "AB12-CD34" });
  return {
    facts,
    links,
    own: { wording },
    sms: smsText(template, facts, links, wording),
    whatsapp: { body: textSentence(template, facts, parts), variables: content?.variables ?? {} },
    ics: inviteOf(template, facts, links, now)?.ics ?? null,
  };
}

async function wordingOf(app: AppContext, { organizationId, language, draft }: PreviewInput, template: AppointmentTemplate, facts: AppointmentFacts): Promise<Wording> {
  if (draft === undefined) return loadWording(app, organizationId ?? null, worded(template, facts), language);
  return { greeting: draft.greeting.trim() || null, intro: draft.intro.trim() || null, closing: draft.closing.trim() || null, sms: draft.sms.trim() || null };
}
