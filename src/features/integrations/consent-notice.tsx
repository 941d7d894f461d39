import { CALENDAR_PROBLEMS, type CalendarProblem } from "@/application/calendar/calendar-schemas";
import { Alert } from "@/ui/alert";
import { buttonClasses } from "@/ui/button-classes";
import { CONNECT_ADDRESS } from "./connect-address";

export type ConsentNoticeProps = {
  /** What Google was asked for last. */
  about: "calendar" | "mail";
  problem: CalendarProblem | null;
};

/** How a visit to Google's consent page ended. */
export function ConsentNotice({ about, problem }: ConsentNoticeProps) {
  const isMail = about === "mail";
  if (problem === null) {
    return (
      <Alert tone="success" announce="polite" title={isMail ? "E-mails come from your own address" : "Google Calendar is connected"} className="mb-5">
        {isMail ? "From now on, what patients are told about their visits is sent through your Google account." : "Your events are being read. Within a minute they block bookings, and new bookings appear in your calendar."}
      </Alert>
    );
  }
  const again = isMail ? "#own-mail" : CONNECT_ADDRESS;
  return (
    <Alert
      tone={problem === "denied" || problem === "mail-unticked" ? "pending" : "danger"}
      announce="assertive"
      title={isMail ? "E-mails are still sent through SendGrid" : "Google Calendar was not connected"}
      className="mb-5"
      action={
        problem !== "switched-off" && (
          <a href={again} className={buttonClasses({ size: "sm" })}>
            {isMail ? "To the e-mail card" : "Try again"}
          </a>
        )
      }
    >
      {isMail ? CALENDAR_PROBLEMS[problem].replaceAll("nothing was connected", "nothing was changed") : CALENDAR_PROBLEMS[problem]}
    </Alert>
  );
}
