import type { AppointmentTemplate } from "../appointment-kinds";

/** What the sentences of a message may name. Nothing about health. */
export interface WordFacts {
  readonly who: string;
  readonly patient: string;
  /** "Tuesday 24 November, 15:30 London time" */
  readonly at: string;
}

/** Who, when and one link: what a text message is made of. */
export interface TextParts {
  readonly who: string;
  readonly when: string;
  readonly link: string;
  /** They have said that they will come, or nobody asks. */
  readonly willCome?: boolean;
}

export interface TemplateWords {
  readonly subject: (facts: WordFacts) => string;
  /** What an inbox shows after the subject; where it is absent, how the visit happens. */
  readonly preheader?: string;
  readonly heading: string;
  readonly lines: (facts: WordFacts) => readonly string[];
  /** What the clinic's button does. */
  readonly staffAction?: string;
  readonly text: (parts: TextParts) => string;
}

/** A move that still needs an answer reads differently from one that stands, and so does what only a calendar has to answer. */
export type WordedTemplate = AppointmentTemplate | "move-requested" | "calendar-awaited" | "provider-calendar-awaited";

/** Everything one language says, in the manner its readers expect of a clinic. */
export interface MessageWords {
  /** The clocks of a place: "London time". */
  readonly zone: (city: string) => string;
  readonly moment: (date: string, time: string, zone: string) => string;
  readonly shortMoment: (date: string, time: string, zone: string) => string;
  readonly elsewhere: (time: string, city: string) => string;
  readonly shortElsewhere: (time: string, city: string) => string;
  readonly forPatient: (moment: string) => string;
  /** The line of a letter: from, until, zone. */
  readonly span: (date: string, from: string, until: string, zone: string) => string;
  readonly itWas: (span: string) => string;
  readonly before: (at: string) => string;
  /** Before what it names, with the colon of the language. */
  readonly label: (words: string) => string;
  readonly greeting: (name: string) => string;
  readonly regards: string;
  /** The small print of a reminder: whether, where and in which language they come. */
  readonly choose: string;
  /** What can be answered to a reminder by text. */
  readonly answers: (willCome?: boolean) => string;
  readonly where: { readonly place: string; readonly video: string; readonly phone: string; readonly callsYou: (who: string) => string; readonly youCall: string; readonly linkLater: string; readonly linkLaterStaff: string };
  readonly buttons: { readonly manage: string; readonly again: string; readonly join: string; readonly open: string; readonly willCome: string; readonly bookAgain: string };
  readonly change: { readonly call: (phone: string) => string; readonly contact: string; readonly untilStart: string; readonly both: (at: string) => string; readonly move: (at: string) => string; readonly cancel: (at: string) => string };
  readonly inside: { readonly video: string; readonly videoLater: string; readonly phone: string; readonly place: string };
  readonly invite: { readonly summary: (who: string) => string; readonly cancelled: string; readonly join: (url: string) => string; readonly manage: (url: string) => string; readonly video: string; readonly phone: string };
  readonly templates: Readonly<Record<WordedTemplate, TemplateWords>>;
}
