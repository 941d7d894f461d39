import { batchReport } from "./batch-report";
import { deletionsQuestion } from "./deletions-question";
import { leftOutWords } from "@/domain/calendar-import/left-out-words";
import { clockNotices } from "./clock-notices";
import { en as enClock } from "./clock-words";
import type { NoticeWords } from "./notice-words";

export const en: NoticeWords = {
  "calendar-reconnect": ({ accountEmail }) => ({
    subject: "Please connect your Google Calendar again",
    preheader: "Until then, bookings do not appear in Google and busy times are not read.",
    heading: "Your calendar needs you for a moment",
    lines: [
      `Google has ended our access to the calendar of ${accountEmail}. This happens after a changed password, or when access was withdrawn.`,
      "Patients can still book, and nothing is lost. Until you connect again, new bookings do not appear in Google, and what you add there does not block times here.",
    ],
    button: "Connect again",
    how: ["It takes three clicks. Everything that has changed meanwhile is then brought in line by itself."],
  }),
  "calendar-import-report": ({ calendarName, imported, leftOut, isBrokenOff }) => {
    const visits = imported === 1 ? "1 visit" : `${imported} visits`;
    const reasons = leftOutWords(leftOut).map(({ sentence }) => sentence);
    return {
      subject: isBrokenOff ? `Not all of ${calendarName} could be taken over` : `Taken over from ${calendarName}: ${visits}`,
      preheader: `${visits} from your calendar ${imported === 1 ? "is a booking" : "are bookings"} now.`,
      heading: isBrokenOff ? "Your visits could not all be taken over" : "Your visits are taken over",
      lines: [
        `From the calendar “${calendarName}”, ${visits} became ${imported === 1 ? "a booking" : "bookings"}.`,
        ...(reasons.length === 0 ? [] : [`Left out: ${reasons.join(" ")}`]),
        ...(isBrokenOff ? ["It ended early because the calendar could not be read. The page of your calendars says why."] : []),
      ],
      button: "See the bookings",
      how: ["You can do it again at any time: what was taken over stays as it is, and nothing is made twice. Patients were not written to; they get their reminders as usual."],
    };
  },
  "calendar-batch-report": batchReport("en"),
  "calendar-edit-question": ({ patientName, startsAt, wantedAt, isInTheWay }, at) => ({
    subject: wantedAt === null ? `Cancel the visit of ${at(startsAt)}?` : `Move the visit of ${at(startsAt)}?`,
    preheader: "You changed it in Google. Nothing happens until you answer.",
    heading: wantedAt === null ? "Shall this visit be cancelled?" : "Shall this visit move?",
    lines: [
      wantedAt === null ? `In Google Calendar you deleted the event of ${patientName} on ${at(startsAt)}.` : `In Google Calendar you moved ${patientName} from ${at(startsAt)} to ${at(wantedAt)}.`,
      ...(isInTheWay ? ["The new time is taken or outside your hours."] : []),
      "The booking stands as it was, and the patient has heard nothing. Tell us which of the two is right.",
    ],
    button: "Answer",
    how: [],
  }),
  "calendar-deletions-question": deletionsQuestion("en"),
  ...clockNotices(enClock),
};
