import { addDays } from "@/domain/time/calendar-day";
import { formatInstant } from "@/domain/time/format-instant";
import { formatDate } from "@/domain/time/format-time";
import { zoneName } from "../../appointment-time";
import { LOCALES } from "../../language";
import type { AgendaVisit, NoticeReader } from "../../notice-kinds";
import { weekAfter } from "../../notice-window";
import { shortName } from "../../short-name";
import type { ClockWords } from "./clock-words";
import type { NoticeWords } from "./notice-words";

/** What goes to providers by the clock, in the language of `words`: subjects say how many, bodies who and when. */
export const clockNotices = (words: ClockWords): Pick<NoticeWords, "provider-agenda" | "provider-week"> => ({
  "provider-agenda": ({ onDate, visits }, _at, reader) => {
    const { agenda, choose } = words;
    const title = agenda.subject(sentenceCase(formatDate(onDate, LOCALES[reader.language])), agenda.visits(visits.length));
    const requests = visits.filter(({ isRequest }) => isRequest).length;
    const lines = visits.map((visit) => toLine(visit, reader, agenda));
    return {
      subject: title,
      preheader: lines.length === 0 ? agenda.free : lines.map(({ from }) => from).join(" · "),
      heading: title,
      lines: lines.length === 0 ? [agenda.free] : [...(requests > 0 ? [agenda.waiting(requests)] : []), agenda.zone(zoneName(reader.timeZone, reader.language))],
      agenda: lines,
      button: agenda.button,
      how: [],
      choose,
    };
  },
  "provider-week": ({ onDate, finding }, _at, { language }) => {
    const { week, choose } = words;
    const { from, to } = weekAfter(onDate);
    const span = week.span(formatDate(from, LOCALES[language]), formatDate(addDays(to, -1), LOCALES[language]));
    const { subject, heading, line, button } = week[finding];
    return { subject, preheader: span, heading, lines: [line, `${span}.`], button, how: [], choose };
  },
});

function toLine({ startsAt, endsAt, patientName, mode, willCome, isRequest }: AgendaVisit, { timeZone, language }: NoticeReader, words: ClockWords["agenda"]) {
  const time = (at: number) => formatInstant(at, timeZone, LOCALES[language]).time;
  const notes = [words.modes[mode], ...(isRequest ? [words.request] : willCome ? [words.willCome] : [])];
  return { from: time(startsAt), until: time(endsAt), name: shortName(patientName), note: notes.join(", ") };
}

/** Dates begin in small letters in some languages, and subjects do not. */
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
