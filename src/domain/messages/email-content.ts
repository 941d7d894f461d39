import { againUrl, type AppointmentFacts, type MessageLinks } from "./appointment-facts";
import { appointmentKind, type AppointmentKind, type AppointmentTemplate, type Recipient } from "./appointment-kinds";
import { appointmentTime, readerLanguage, type AppointmentTime } from "./appointment-time";
import { appointmentWords } from "./appointment-words";
import { changeSentences } from "./change-sentences";
import type { Language } from "./language";
import { NO_WORDING, type Wording } from "./wording";
import { saidByClinic } from "./wording-values";
import type { MessageWords } from "./words/message-words";
import { wordsIn } from "./words/words-in";

/** One e-mail as structure: the HTML and the text part are two ways of writing it down. */
export interface EmailContent {
  readonly language: Language;
  readonly subject: string;
  /** What an inbox shows after the subject. */
  readonly preheader: string;
  readonly heading: string;
  readonly greeting: string;
  /** Paragraphs before the date block. */
  readonly lines: readonly string[];
  readonly when: (AppointmentTime & { readonly isOff: boolean; readonly notes: readonly string[] }) | null;
  /** The lines of a provider's day. */
  readonly agenda?: readonly { readonly from: string; readonly until: string; readonly name: string; readonly note: string }[];
  /** Where it happens: "Where", "Video visit", "By phone". */
  readonly where: { readonly label: string; readonly lines: readonly string[]; readonly url: string | null } | null;
  readonly button: { readonly label: string; readonly url: string } | null;
  /** A clinic's own last sentence. */
  readonly closing: string | null;
  /** How to move or cancel, until when; `link` repeats the way there when the button leads elsewhere. */
  readonly how: readonly string[];
  readonly link: { readonly label: string; readonly url: string } | null;
  /** How to end messages of this kind, in the small print. */
  readonly wishes: { readonly label: string; readonly url: string } | null;
  readonly signature: string;
  readonly footer: { readonly name: string; readonly lines: readonly string[] };
}

/** What a clinic says in its own words. */
export interface ClinicsOwn {
  readonly wording?: Wording;
  /** Stands below its address. */
  readonly footerLines?: readonly string[];
}

/** Writes the e-mail of `template` for its reader, with the time in their own zone. `now` is epoch milliseconds. */
export function emailContent(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks, now: number, { wording = NO_WORDING, footerLines = [] }: ClinicsOwn = {}): EmailContent {
  const kind = appointmentKind(template);
  const { recipient } = kind;
  const when = appointmentTime(facts, recipient);
  const words = appointmentWords(template, facts, when);
  const isPatient = recipient === "PATIENT";
  const isComing = words.ending === null;
  const joins = isPatient && isComing && facts.meetUrl !== null && kind.joins === true;
  const asks = template === "reminder" && facts.asksAttendance && !facts.isAttendanceConfirmed && !(joins && facts.startsAt - now <= JOIN_SOON_MS);
  const language = readerLanguage(facts, recipient);
  const { buttons, greeting, choose } = wordsIn(language);
  const own = saidByClinic(wording, facts, when, links.manageUrl);
  const intro = own("intro");
  return {
    language,
    subject: words.subject,
    preheader: words.preheader,
    heading: words.heading,
    greeting: own("greeting") ?? greeting(isPatient ? facts.patient.name : facts.provider.name),
    lines: [...(intro === null ? words.lines : [intro]), ...words.before],
    when: words.ending === "past" ? null : { ...when, isOff: !isComing, notes: timeNotes(facts, recipient, when, isComing) },
    where: isComing ? whereBlock(facts, recipient) : null,
    button: isPatient ? patientButton(words.ending, { joinUrl: joins ? facts.meetUrl : null, asks }, links, buttons) : { label: words.staffAction, url: links.staffUrl },
    how: isPatient && isComing ? changeSentences(facts, now) : [],
    link: joins || asks ? { label: buttons.manage, url: links.manageUrl } : null,
    closing: own("closing"),
    wishes: kind.canBeEnded ? { label: choose, url: links.endUrl ?? `${links.manageUrl}#messages` } : null,
    signature: isPatient ? facts.clinic.name : "MedBookings",
    footer: { name: facts.clinic.name, lines: [...facts.clinic.addressLines, ...(facts.clinic.phone === null ? [] : [facts.clinic.phone]), ...footerLines] },
  };
}

/** So close to a video visit its link goes before the question whether they will come. */
const JOIN_SOON_MS = 3 * 3_600_000;

function patientButton(ending: AppointmentKind["ending"], { joinUrl, asks }: { joinUrl: string | null; asks: boolean }, links: MessageLinks, buttons: MessageWords["buttons"]) {
  if (ending === "past") return { label: buttons.bookAgain, url: againUrl(links) };
  if (ending !== null) return { label: buttons.again, url: links.bookUrl };
  if (asks) return { label: buttons.willCome, url: `${links.manageUrl}#coming` };
  return joinUrl === null ? { label: buttons.manage, url: links.manageUrl } : { label: buttons.join, url: joinUrl };
}

function timeNotes(facts: AppointmentFacts, recipient: Recipient, when: AppointmentTime, isComing: boolean): string[] {
  const patientTime = recipient === "PROVIDER" && isComing && facts.mode !== "IN_PERSON" ? patientsOwnTime(facts) : null;
  return [when.elsewhere, patientTime].filter((note) => note !== null);
}

/** "14:30 London time for the patient", when their clocks read differently from the provider's. */
function patientsOwnTime(facts: AppointmentFacts): string | null {
  const language = facts.languages.provider;
  const own = appointmentTime({ ...facts, languages: { ...facts.languages, patient: language } }, "PATIENT");
  const provider = appointmentTime(facts, "PROVIDER");
  if (own.time === provider.time && own.date === provider.date) return null;
  const words = wordsIn(language);
  return words.forPatient(own.date === provider.date ? words.moment("", own.time, own.zone).replace(/^, /, "") : own.sentence);
}

function whereBlock(facts: AppointmentFacts, recipient: Recipient): EmailContent["where"] {
  const { where } = wordsIn(readerLanguage(facts, recipient));
  const isPatient = recipient === "PATIENT";
  if (facts.mode === "PHONE") return { label: where.phone, lines: [isPatient ? where.callsYou(facts.provider.name) : where.youCall], url: null };
  if (facts.mode === "ONLINE") {
    if (facts.meetUrl !== null) return { label: where.video, lines: [facts.meetUrl.replace(/^https:\/\//, "")], url: facts.meetUrl };
    return { label: where.video, lines: [isPatient ? where.linkLater : where.linkLaterStaff], url: null };
  }
  return facts.place && { label: where.place, lines: facts.place.lines, url: null };
}
