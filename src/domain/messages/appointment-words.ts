import type { AppointmentFacts } from "./appointment-facts";
import { instantSentence, readerLanguage, readerZone, spanSentence, type AppointmentTime } from "./appointment-time";
import { appointmentKind, type AppointmentKind, type AppointmentTemplate } from "./appointment-kinds";
import type { MessageWords, WordedTemplate } from "./words/message-words";
import type { Language } from "./language";
import { wordsIn } from "./words/words-in";

export interface AppointmentWords {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly lines: readonly string[];
  /** The time that was known before, where it is named. */
  readonly before: readonly string[];
  readonly ending: AppointmentKind["ending"];
  /** What the clinic's button does. */
  readonly staffAction: string;
}

/** The sentences of each message, in its reader's language. They name who and when, and nothing about health. */
export function appointmentWords(template: AppointmentTemplate, facts: AppointmentFacts, when: AppointmentTime): AppointmentWords {
  const { recipient, ending, namesBefore } = appointmentKind(template);
  const language = readerLanguage(facts, recipient);
  const words = wordsIn(language);
  const said = words.templates[worded(template, facts)];
  const named = { who: facts.provider.name, patient: facts.patient.name, at: when.sentence };
  const before = facts.previous !== null && namesBefore ? [words.before(previousSentence(facts.previous, facts, readerZone(facts, recipient), language))] : [];
  const isRequestMoved = template === "provider-booking-rescheduled" && facts.status === "PENDING" && !facts.awaitsCalendar;
  return {
    subject: said.subject(named),
    preheader: said.preheader ?? comingPreheader(facts, words),
    heading: said.heading,
    lines: said.lines(named),
    before,
    ending,
    staffAction: (isRequestMoved ? words.templates["provider-booking-pending"].staffAction : said.staffAction) ?? words.buttons.open,
  };
}

/** Where the start stayed, the change is in the length. */
const previousSentence = (previous: NonNullable<AppointmentFacts["previous"]>, { startsAt }: AppointmentFacts, zone: string, language: Language): string =>
  previous.startsAt === startsAt ? spanSentence(previous, zone, language) : instantSentence(previous.startsAt, zone, language);

const REQUESTS: ReadonlySet<AppointmentTemplate> = new Set(["booking-pending", "booking-rescheduled"]);

/** Which words a message takes: a move that waits for an answer does not claim to be settled, and nobody is asked where a calendar answers. */
export function worded(template: AppointmentTemplate, { status, awaitsCalendar }: Pick<AppointmentFacts, "status" | "awaitsCalendar">): WordedTemplate {
  if (status !== "PENDING") return template;
  if (awaitsCalendar && REQUESTS.has(template)) return "calendar-awaited";
  if (awaitsCalendar && template === "provider-booking-pending") return "provider-calendar-awaited";
  return template === "booking-rescheduled" ? "move-requested" : template;
}

function comingPreheader(facts: AppointmentFacts, { inside }: MessageWords): string {
  if (facts.mode === "ONLINE") return facts.meetUrl === null ? inside.videoLater : inside.video;
  return facts.mode === "PHONE" ? inside.phone : inside.place;
}
