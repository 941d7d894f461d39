import { instantSentence } from "./appointment-time";
import type { EmailContent } from "./email-content";
import type { NoticeFacts, NoticeReader, NoticeTemplate } from "./notice-kinds";
import { noticesIn } from "./words/notices/notices-in";
import { wordsIn } from "./words/words-in";

/** A notice of one kind with what it names. */
export type Notice = { readonly [Template in NoticeTemplate]: { readonly template: Template; readonly facts: NoticeFacts[Template] } }[NoticeTemplate];

/** Writes the e-mail of a notice in its reader's language and zone. What comes by the clock says where to choose whether it does. */
export function noticeContent(notice: Notice, reader: NoticeReader, links: { readonly buttonUrl: string; readonly settingsUrl: string }, footer: EmailContent["footer"]): EmailContent {
  const { button, choose, ...said } = say(notice.template, notice.facts, reader);
  return {
    language: reader.language,
    ...said,
    greeting: wordsIn(reader.language).greeting(reader.name),
    when: null,
    where: null,
    button: { label: button, url: links.buttonUrl },
    link: null,
    closing: null,
    wishes: choose === undefined ? null : { label: choose, url: links.settingsUrl },
    signature: "MedBookings",
    footer,
  };
}

const say = <Template extends NoticeTemplate>(template: Template, facts: NoticeFacts[Template], reader: NoticeReader) =>
  noticesIn(reader.language)[template](facts, (instant) => instantSentence(instant, reader.timeZone, reader.language), reader);
