import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { AppointmentFacts, MessageLinks } from "@/domain/messages/appointment-facts";
import type { AppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { appointmentTime } from "@/domain/messages/appointment-time";
import { emailContent } from "@/domain/messages/email-content";
import { LANGUAGES } from "@/domain/messages/language";
import { smsSegments } from "@/domain/messages/sms-segments";
import { smsText, textParts, textSentence } from "@/domain/messages/sms-text";
import { sampleAppointment, sampleLinks } from "@/domain/messages/sample-appointment";
import { LONGEST, NO_WORDING, variablesIn, WORDED_BY_CLINIC, WORDING_FIELDS, wordingProblem, type Wording } from "@/domain/messages/wording";
import { wordsIn } from "@/domain/messages/words/words-in";
import { wordingValues } from "@/domain/messages/wording-values";
import { loadWording } from "./load-look";
import type { LookRefInput, SetWordingInput, WordingRefInput, WordingView } from "./look-schemas";
import { stateOf, templateOfWords, wordedTemplate, wordedTitle } from "./worded-template";

/** Every message whose words a clinic may choose, and where it has. Throws NOT_ALLOWED. */
export async function listWordings(app: AppContext, { organizationId }: LookRefInput) {
  authorize(app.actor, "message.style", { organizationId });
  const rows = await app.db.messageWording.findMany({ where: { organizationId }, select: { template: true, language: true } });
  return WORDED_BY_CLINIC.map((template) => ({ template, title: wordedTitle(template), own: LANGUAGES.filter((language) => rows.some((row) => row.template === template && row.language === language)) }));
}

/** What a clinic says in one message and language, what stands there otherwise, and what may be named. Throws NOT_ALLOWED, NOT_FOUND. */
export async function getWording(app: AppContext, { organizationId, template: name, language }: WordingRefInput): Promise<WordingView> {
  authorize(app.actor, "message.style", { organizationId });
  const worded = wordedTemplate(name);
  const wording = await loadWording(app, organizationId, worded, language);
  const template = templateOfWords(worded);
  const facts = sampleAppointment(template, language, app.clock.now(), stateOf(worded));
  const links = sampleLinks(app.config.publicOrigin);
  const usual = usualWords(template, facts, links, app.clock.now());
  const rulesOf = (field: keyof Wording) => ({ variables: [...variablesIn(worded, field)], longest: LONGEST[field], usual: usual[field] });
  const parts = textParts(template, facts, { ...links, manageUrl: links.shortUrl });
  return {
    fields: { greeting: wording.greeting ?? "", intro: wording.intro ?? "", closing: wording.closing ?? "", sms: wording.sms ?? "" },
    isOwn: WORDING_FIELDS.some((field) => wording[field] !== null),
    rules: { greeting: rulesOf("greeting"), intro: rulesOf("intro"), closing: rulesOf("closing"), sms: rulesOf("sms") },
    values: { ...wordingValues(facts, appointmentTime(facts, "PATIENT"), parts.link), when: parts.when },
  };
}

/** Our own sentences as a clinic would write them, with variables in place of names. */
function usualWords(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks, now: number): Record<keyof Wording, string> {
  const named = { ...facts, previousStartsAt: null, provider: { ...facts.provider, name: "{{provider}}" }, patient: { ...facts.patient, name: "{{name}}" } };
  const { greeting, lines } = emailContent(template, named, links, now);
  const sentence = textSentence(template, facts, { who: "{{provider}}", when: "{{when}}", link: "{{link}}", willCome: false });
  return { greeting, intro: lines.join(" "), closing: "", sms: sentence.replace(wordsIn(facts.languages.patient).answers(false), "{{answers}}") };
}

/** Keeps a clinic's own sentences; those left empty are ours. Throws NOT_ALLOWED, VALIDATION_FAILED naming the field and what may be named in it. */
export async function setWording(app: AppContext, { organizationId, template: name, language, ...texts }: SetWordingInput): Promise<WordingView> {
  authorize(app.actor, "message.style", { organizationId });
  const template = wordedTemplate(name);
  const wording = { greeting: texts.greeting.trim() || null, intro: texts.intro.trim() || null, closing: texts.closing.trim() || null, sms: texts.sms.trim() || null };
  const problems = WORDING_FIELDS.flatMap((field) => {
    const text = wording[field];
    const message = text === null ? null : (wordingProblem(template, field, text) ?? (field === "sms" ? lengthProblem(app, { template: name, language, sms: text }) : null));
    return message === null ? [] : [{ field, message }];
  });
  if (problems.length > 0) throw new AppError("VALIDATION_FAILED", { fields: problems });
  await inTransaction(app, async (tx) => {
    const where = { organizationId, template, language };
    if (WORDING_FIELDS.every((field) => wording[field] === null)) await tx.messageWording.deleteMany({ where });
    else {
      const data = { ...wording, updatedAt: new Date(app.clock.now()) };
      await tx.messageWording.upsert({ where: { organizationId_template_language: where }, create: { id: uuidv7(), ...where, ...data }, update: data });
    }
    await audit(tx, app.actor, { action: "organization.set-message-wording", subjectKind: "organization", subjectId: organizationId, after: { template, language, own: WORDING_FIELDS.filter((field) => wording[field] !== null) } });
  });
  return getWording(app, { organizationId, template, language });
}

/** Whether a clinic's text stays within two segments for names of usual length. */
function lengthProblem(app: AppContext, { template: name, language, sms }: { template: string; language: SetWordingInput["language"]; sms: string }): string | null {
  const template = templateOfWords(wordedTemplate(name));
  const facts = sampleAppointment(template, language, app.clock.now());
  const links = sampleLinks(app.config.publicOrigin);
  const named = { ...facts, provider: { ...facts.provider, name: "Dr Alexandra Hohenlohe" } };
  // A text that cannot be made to fit gives way to ours: then the two are the same.
  const written = smsText(template, named, links, { ...NO_WORDING, sms });
  const isOurs = written === smsText(template, named, links);
  return isOurs || smsSegments(written) > 2 ? "It is longer than two SMS with usual names. Make it shorter." : null;
}
