import type { WordedTemplate } from "./words/message-words";
import { APPOINTMENT_TEMPLATES, appointmentKind } from "./appointment-kinds";

export const WORDING_FIELDS = ["greeting", "intro", "closing", "sms"] as const;
export type WordingField = (typeof WORDING_FIELDS)[number];

/** A clinic's own sentences for one message in one language; null where ours stand. */
export type Wording = Readonly<Record<WordingField, string | null>>;

export const NO_WORDING: Wording = { greeting: null, intro: null, closing: null, sms: null };

/** What a clinic may name in its sentences. Nothing about health is among it, and nothing can be added by writing it. */
export const WORDING_VARIABLES = ["firstName", "name", "provider", "clinic", "when", "place", "answers", "link"] as const;
export type WordingVariable = (typeof WORDING_VARIABLES)[number];
export type WordingValues = Readonly<Record<WordingVariable, string>>;

const SAYS_WHEN: readonly WordingVariable[] = ["firstName", "name", "provider", "clinic", "when", "place"];
const IN_FIELD: Readonly<Record<WordingField, readonly WordingVariable[]>> = {
  greeting: ["firstName", "name", "provider", "clinic"],
  intro: SAYS_WHEN,
  closing: ["firstName", "name", "provider", "clinic"],
  sms: ["firstName", "provider", "clinic", "when", "link"],
};

export const LONGEST: Readonly<Record<WordingField, number>> = { greeting: 80, intro: 400, closing: 300, sms: 200 };

const VARIANTS: Partial<Record<WordedTemplate, readonly WordedTemplate[]>> = { "booking-rescheduled": ["move-requested"], "booking-pending": ["calendar-awaited"] };

/** Messages whose words a clinic may choose: those to its patients. */
export const WORDED_BY_CLINIC: readonly WordedTemplate[] = APPOINTMENT_TEMPLATES.flatMap((template): WordedTemplate[] =>
  appointmentKind(template).recipient === "PATIENT" ? [template, ...(VARIANTS[template] ?? [])] : [],
);

/** What may be named in a field of a message. Only a reminder says which answers there are. */
export const variablesIn = (template: WordedTemplate, field: WordingField): readonly WordingVariable[] => (template === "reminder" && field === "sms" ? [...IN_FIELD.sms, "answers"] : IN_FIELD[field]);

const NAMED = /\{\{\s*([^{}]*?)\s*\}\}/g;
const LINE_BREAK = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Carriers take these as an opt-out, whatever was meant. */
const OPT_OUT = /\b(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT)\b/;

/** What is wrong with one sentence, in words that name what is allowed; null when it can be used. */
export function wordingProblem(template: WordedTemplate, field: WordingField, text: string): string | null {
  const allowed = variablesIn(template, field);
  const names = [...text.matchAll(NAMED)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !allowed.some((variable) => variable === name));
  if (unknown !== undefined) return `{{${unknown}}} cannot be used here. Allowed are ${allowed.map((name) => `{{${name}}}`).join(", ")}.`;
  if (/[{}]/.test(text.replace(NAMED, ""))) return `A brace is left over. Write a variable as {{${allowed[0]}}}; allowed are ${allowed.map((name) => `{{${name}}}`).join(", ")}.`;
  if (LINE_BREAK.test(text)) return "Write it in one line, without control characters.";
  if ([...text].length > LONGEST[field]) return `At most ${LONGEST[field]} characters; it has ${[...text].length}.`;
  return field === "sms" ? smsProblem(template, names, text) : null;
}

/** What follows a visit need not say when it was. */
const SAYS_NO_TIME: readonly WordedTemplate[] = ["follow-up", "come-back"];

function smsProblem(template: WordedTemplate, names: readonly string[], text: string): string | null {
  for (const needed of SAYS_NO_TIME.includes(template) ? ["link"] : ["when", "link"]) if (names.filter((name) => name === needed).length !== 1) return `{{${needed}}} has to be in it once.`;
  if (!names.includes("provider") && !names.includes("clinic")) return "{{provider}} or {{clinic}} has to be in it, so that people know who writes.";
  if (!/\{\{\s*link\s*\}\}\s*$/.test(text)) return "{{link}} has to be at the end.";
  const optOut = OPT_OUT.exec(text)?.[0];
  return optOut === undefined ? null : `${optOut} in capitals ends all texts to a phone when it is sent back. Use another word.`;
}

/** Puts the facts into a sentence. Anything unknown, which no saved sentence has, is left out. */
export const fillWording = (text: string, values: WordingValues): string => text.replace(NAMED, (_, name: string) => (WORDING_VARIABLES.find((variable) => variable === name) === undefined ? "" : values[name as WordingVariable])).replace(/ {2,}/g, " ").trim();
