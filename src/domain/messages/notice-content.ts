import { instantSentence } from "./appointment-time";
import type { EmailContent } from "./email-content";
import type { Language } from "./language";
import type { NoticeFacts, NoticeTemplate } from "./notice-kinds";
import { noticesIn } from "./words/notices/notices-in";
import { wordsIn } from "./words/words-in";

/** Who reads a notice, where its button leads, and whose name stands below. */
export interface NoticeReader {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** A notice of one kind with what it names. */
export type Notice = { readonly [Template in NoticeTemplate]: { readonly template: Template; readonly facts: NoticeFacts[Template] } }[NoticeTemplate];

/** Writes the e-mail of a notice in its reader's language and zone. */
export function noticeContent(notice: Notice, reader: NoticeReader, buttonUrl: string, footer: EmailContent["footer"]): EmailContent {
  const { button, ...said } = say(notice.template, notice.facts, reader);
  return {
    language: reader.language,
    ...said,
    greeting: wordsIn(reader.language).greeting(reader.name),
    when: null,
    where: null,
    button: { label: button, url: buttonUrl },
    link: null,
    wishes: null,
    signature: "MedBookings",
    footer,
  };
}

const say = <Template extends NoticeTemplate>(template: Template, facts: NoticeFacts[Template], { language, timeZone }: NoticeReader) =>
  noticesIn(language)[template](facts, (instant) => instantSentence(instant, timeZone, language));
