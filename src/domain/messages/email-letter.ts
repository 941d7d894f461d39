import type { EmailContent } from "./email-content";
import type { MessageWords } from "./words/message-words";
import { wordsIn } from "./words/words-in";

/** The text part: the same e-mail, written as a letter. */
export function emailLetter(content: EmailContent): string {
  const { when, where, button, link } = content;
  const words = wordsIn(content.language);
  const paragraphs = [
    content.greeting,
    sentence(content.heading),
    when && [spanOf(when, words), ...when.notes].join("\n"),
    where && [words.label(where.label), ...(where.url === null ? where.lines : [where.url])].join("\n"),
    content.lines.join("\n"),
    content.agenda?.map(({ from, until, name, note }) => `${from}–${until}  ${name}, ${note}`).join("\n"),
    button && `${words.label(button.label)}\n${button.url}`,
    content.how.join("\n"),
    link && `${words.label(link.label)}\n${link.url}`,
    content.closing,
    `${words.regards}\n${content.signature}`,
    ["--", content.footer.name, ...content.footer.lines].join("\n"),
    content.wishes && `${words.label(content.wishes.label)} ${content.wishes.url}`,
  ];
  return `${paragraphs.filter((paragraph): paragraph is string => typeof paragraph === "string" && paragraph !== "").join("\n\n")}\n`;
}

/** A heading has no full stop; a question has its own mark. */
const sentence = (heading: string) => (heading.endsWith("?") ? heading : `${heading}.`);

function spanOf(when: NonNullable<EmailContent["when"]>, words: MessageWords): string {
  const span = words.span(when.date, when.time, when.until, when.zone);
  return when.isOff ? words.itWas(span) : span;
}
