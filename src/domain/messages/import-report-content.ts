import type { EmailContent } from "./email-content";

/** What an import came to. Neither titles nor patients are in it. */
export interface ImportReport {
  readonly providerName: string;
  readonly calendarName: string;
  readonly imported: number;
  /** Sentences. */
  readonly leftOut: readonly string[];
  /** Why it ended early. */
  readonly problem: string | null;
  readonly clinic: EmailContent["footer"];
}

/** Tells a provider that their calendar was taken over, and what was left out. */
export function importReportContent({ providerName, calendarName, imported, leftOut, problem, clinic }: ImportReport, bookingsUrl: string): EmailContent {
  const visits = imported === 1 ? "1 visit" : `${imported} visits`;
  return {
    language: "en",
    subject: problem === null ? `Taken over from ${calendarName}: ${visits}` : `Not all of ${calendarName} could be taken over`,
    preheader: `${visits} from your calendar are bookings now.`,
    heading: problem === null ? "Your visits are taken over" : "Your visits could not all be taken over",
    greeting: `Hello ${providerName},`,
    lines: [
      `From the calendar “${calendarName}”, ${visits} became ${imported === 1 ? "a booking" : "bookings"}.`,
      ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.join(" ")}`]),
      ...(problem === null ? [] : [problem]),
    ],
    when: null,
    where: null,
    button: { label: "See the bookings", url: bookingsUrl },
    how: ["You can do it again at any time: what was taken over stays as it is, and nothing is made twice. Patients were not written to; they get their reminders as usual."],
    link: null,
    wishes: null,
    signature: "MedBookings",
    footer: clinic,
  };
}
