import { instantSentence } from "./appointment-time";
import type { EmailContent } from "./email-content";

export interface EditQuestionFacts {
  readonly providerName: string;
  readonly patientName: string;
  /** The zone in which the provider reads times. */
  readonly timeZone: string;
  /** What is booked, epoch milliseconds. */
  readonly startsAt: number;
  /** Where its event went in Google; null when it was deleted. */
  readonly wantedAt: number | null;
  /** The new time is taken or outside the provider's hours. */
  readonly isInTheWay: boolean;
  readonly staffUrl: string;
  readonly clinic: EmailContent["footer"];
}

/** Asks a provider, who wants to be asked, what a change they made in Google shall mean. */
export function editQuestionContent(facts: EditQuestionFacts): EmailContent {
  const at = (instant: number) => instantSentence(instant, facts.timeZone);
  const isDeleted = facts.wantedAt === null;
  const what = facts.wantedAt === null ? `deleted the event of ${facts.patientName} on ${at(facts.startsAt)}` : `moved ${facts.patientName} from ${at(facts.startsAt)} to ${at(facts.wantedAt)}`;
  return {
    language: "en",
    subject: isDeleted ? `Cancel the visit of ${at(facts.startsAt)}?` : `Move the visit of ${at(facts.startsAt)}?`,
    preheader: "You changed it in Google. Nothing happens until you answer.",
    heading: isDeleted ? "Shall this visit be cancelled?" : "Shall this visit move?",
    greeting: `Hello ${facts.providerName},`,
    lines: [
      `In Google Calendar you ${what}.`,
      ...(facts.isInTheWay ? ["The new time is taken or outside your hours."] : []),
      "The booking stands as it was, and the patient has heard nothing. Tell us which of the two is right.",
    ],
    when: null,
    where: null,
    button: { label: "Answer", url: facts.staffUrl },
    how: [],
    link: null,
    wishes: null,
    signature: "MedBookings",
    footer: facts.clinic,
  };
}
