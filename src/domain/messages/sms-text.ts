import { againUrl, type AppointmentFacts, type MessageLinks } from "./appointment-facts";
import { appointmentKind, type AppointmentKind, type AppointmentTemplate } from "./appointment-kinds";
import { appointmentTime, readerLanguage } from "./appointment-time";
import { worded } from "./appointment-words";
import { basicLetters, plainSigns } from "./basic-letters";
import { oneLine } from "./safe-text";
import { smsSegments } from "./sms-segments";
import { fillWording, NO_WORDING, type Wording } from "./wording";
import { wordingValues } from "./wording-values";
import type { TextParts } from "./words/message-words";
import { wordsIn } from "./words/words-in";

/** Who, when and one link, for SMS and WhatsApp. Providers' texts name no patient. */
export function textParts(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): TextParts {
  const { recipient, link } = appointmentKind(template);
  return {
    who: recipient === "PROVIDER" ? "MedBookings" : facts.provider.name,
    when: appointmentTime(facts, recipient).short,
    link: linkOf(link, facts, links),
    willCome: facts.isAttendanceConfirmed || !facts.asksAttendance,
  };
}

function linkOf(link: AppointmentKind["link"], { meetUrl }: AppointmentFacts, links: MessageLinks): string {
  if (link === "meet" && meetUrl !== null) return meetUrl;
  return { manage: links.manageUrl, meet: links.manageUrl, book: links.bookUrl, again: againUrl(links), staff: links.staffUrl }[link];
}

/** The sentence of a message in its reader's language. A WhatsApp template submitted for approval should read the same. */
export const textSentence = (template: AppointmentTemplate, facts: AppointmentFacts, parts: TextParts): string =>
  wordsIn(readerLanguage(facts, appointmentKind(template).recipient)).templates[worded(template, facts)].text(parts);

const NAME_LENGTHS = [60, 40, 30, 24, 18, 12, 8];
/** "View, move or cancel: " and the like: what a link says by itself when there is no room. */
const INVITATION = /[^.:]+: (?=https?:\/\/\S+$)/;

/** The SMS of a template: one segment where it fits, never more than two; the words before the link go first, then the name. A clinic's own words give way to ours when they do not fit. */
export function smsText(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks, wording: Wording = NO_WORDING): string {
  const short = { ...links, manageUrl: links.shortUrl };
  const own = wording.sms === null ? undefined : ownText(wording.sms, template, facts, short);
  return own ?? ourText(template, facts, short);
}

function ourText(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): string {
  const parts = textParts(template, facts, links);
  const write = (who: string) => basicLetters(textSentence(template, facts, { ...parts, who }));
  const full = NAME_LENGTHS.map((length) => write(plainSigns(oneLine(parts.who, length))));
  const brief = full.map((text) => text.replace(INVITATION, " ").replace(/\s+/g, " "));
  const [fullName = ""] = full;
  const [briefName = ""] = brief;
  return [fullName, briefName].find((text) => smsSegments(text) === 1) ?? [...full, ...brief].find((text) => smsSegments(text) <= 2) ?? write(plainLetters(parts.who));
}

/** A clinic's own text, names cut until it fits; undefined when it cannot. */
function ownText(text: string, template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): string | undefined {
  const { when, link } = textParts(template, facts, links);
  const values = { ...wordingValues(facts, appointmentTime(facts, "PATIENT"), link), when };
  const cut = (name: string, length: number) => plainSigns(oneLine(name, length));
  return NAME_LENGTHS.map((length) => basicLetters(fillWording(text, { ...values, provider: cut(values.provider, length), clinic: cut(values.clinic, length), firstName: cut(values.firstName, length) }))).find((written) => smsSegments(written) <= 2);
}

const plainLetters = (text: string) => oneLine(text.normalize("NFKD").replace(/[^\x20-\x7e]/g, ""), 20).replaceAll("…", "");
