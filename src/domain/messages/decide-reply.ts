import type { ReplyCommand, ReplyIntent } from "./read-reply";

/** A coming visit of somebody at the number. */
export interface ComingVisit {
  readonly bookingId: string;
  readonly reference: string;
  readonly isPending: boolean;
  readonly mayCancel: boolean;
  readonly mayMove: boolean;
}

/** What we last asked this number. `leavingAt` (epoch ms) is null while nobody tried to send it, `askedAt` until the vendor has taken it. */
export interface OpenQuestion {
  readonly kind: "cancel-sure" | "which";
  readonly command: ReplyCommand;
  readonly bookingIds: readonly string[];
  readonly leavingAt: number | null;
  readonly askedAt: number | null;
  readonly expiresAt: number;
}

export interface ReplyFacts {
  readonly intent: ReplyIntent;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly isOptedOut: boolean;
  readonly isKnown: boolean;
  /** Visits were booked with the number, and nobody answers for it at any of them: whoever has it may be a stranger to them. */
  readonly isUnproven: boolean;
  /** In order of time. */
  readonly visits: readonly ComingVisit[];
  readonly question: OpenQuestion | null;
  /** Bookings about which we wrote to this number lately. */
  readonly writtenAbout: readonly string[];
}

export type ReplyDecision =
  | { readonly do: "opt-out" }
  | { readonly do: "opt-in" }
  | { readonly do: "help" }
  | { readonly do: "confirm" | "not-answered-yet" | "ask-cancel" | "cancel" | "refuse-cancel" | "send-link" | "refuse-move"; readonly bookingId: string }
  | { readonly do: "ask-which"; readonly command: ReplyCommand; readonly bookingIds: readonly string[] }
  /** The question is on its way to them already. */
  | { readonly do: "wait" }
  | { readonly do: "nothing-coming" }
  /** A person of the clinic reads it. */
  | { readonly do: "hand-over" };

/** How long a question of ours stays open. */
export const QUESTION_MS = 10 * 60_000;
/** Longer lists nobody answers by a number. */
const LIST_LIMIT = 6;

/**
 * What follows from a text. A booking is cancelled only by a C that answers our question naming it, received after that
 * question left and within ten minutes; nothing else cancels, and no button.
 */
export function decideReply(facts: ReplyFacts): ReplyDecision {
  const { intent } = facts;
  switch (intent.kind) {
    case "stop":
      return { do: "opt-out" };
    case "start":
      // The carrier has just subscribed them again; whether they also meant the visit nobody can tell.
      return intent.alsoConfirms && !facts.isOptedOut ? onCommand("confirm", facts) : { do: "opt-in" };
    case "help":
      return { do: "help" };
    case "number":
      return onNumber(intent.number, facts);
    case "confirm":
    case "move":
      return onCommand(intent.kind, facts);
    case "cancel":
      return onCancel(facts);
    case "button":
      return onButton(intent.command, intent.reference, facts);
    case "other":
      return { do: "hand-over" };
  }
}

const openQuestion = ({ question, receivedAt }: ReplyFacts) => (question !== null && receivedAt <= question.expiresAt ? question : null);

function onCancel(facts: ReplyFacts): ReplyDecision {
  const question = openQuestion(facts);
  const [bookingId] = question?.bookingIds ?? [];
  const visit = facts.visits.find((candidate) => candidate.bookingId === bookingId);
  if (question?.kind !== "cancel-sure" || !visit) return onCommand("cancel", facts);
  if (question.leavingAt === null || facts.receivedAt <= question.leavingAt) return { do: "wait" };
  // While the vendor's answer is under way nobody can tell whether they had read the question: it is asked once more.
  if (question.askedAt === null || facts.receivedAt <= question.askedAt) return onCommand("cancel", { ...facts, visits: [visit] });
  return { do: visit.mayCancel ? "cancel" : "refuse-cancel", bookingId: visit.bookingId };
}

function onNumber(number: number, facts: ReplyFacts): ReplyDecision {
  const question = openQuestion(facts);
  const bookingId = question?.kind === "which" ? question.bookingIds[number - 1] : undefined;
  const visit = facts.visits.find((candidate) => candidate.bookingId === bookingId);
  return question && visit ? answer(question.command, visit) : { do: "hand-over" };
}

/** A button is easily pressed twice: it never answers our question whether to cancel, it only makes us ask. */
function onButton(command: ReplyCommand, reference: string | null, facts: ReplyFacts): ReplyDecision {
  if (reference === null || !facts.isKnown) return onCommand(command, facts);
  const visit = facts.visits.find((candidate) => candidate.reference === reference);
  return visit ? answer(command, visit) : { do: "hand-over" };
}

function onCommand(command: ReplyCommand, facts: ReplyFacts): ReplyDecision {
  const { visits, writtenAbout } = facts;
  if (!facts.isKnown) return { do: "hand-over" };
  const meant = visits.filter(({ bookingId }) => writtenAbout.includes(bookingId));
  const [visit] = visits.length === 1 ? visits : meant.length === 1 ? meant : [];
  if (visit) return answer(command, visit);
  if (visits.length === 0) return { do: facts.isUnproven ? "hand-over" : "nothing-coming" };
  return visits.length <= LIST_LIMIT ? { do: "ask-which", command, bookingIds: visits.map(({ bookingId }) => bookingId) } : { do: "hand-over" };
}

function answer(command: ReplyCommand, { bookingId, isPending, mayCancel, mayMove }: ComingVisit): ReplyDecision {
  if (command === "confirm") return { do: isPending ? "not-answered-yet" : "confirm", bookingId };
  if (command === "cancel") return { do: mayCancel ? "ask-cancel" : "refuse-cancel", bookingId };
  return { do: mayMove ? "send-link" : "refuse-move", bookingId };
}
